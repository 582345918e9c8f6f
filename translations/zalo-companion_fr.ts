<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccountName</name>
    <message>
        <source>Main account</source>
        <translation>Compte principal</translation>
    </message>
</context>
<context>
    <name>AccountText</name>
    <message numerus="yes">
        <source>%n to be delivered</source>
        <translation>
            <numerusform>%n à remettre</numerusform>
            <numerusform>%n à remettre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possibly sent</source>
        <translation>
            <numerusform>%n peut-être envoyé</numerusform>
            <numerusform>%n peut-être envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was logged in here before. Waiting until that account is back: %2.</source>
        <translation>Le compte %1 était connecté ici auparavant. En attente de son retour : %2.</translation>
    </message>
</context>
<context>
    <name>AccountsPresenter</name>
    <message>
        <source>same Zalo account as “%1”</source>
        <translation>même compte Zalo que «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Missed messages were asked for</source>
        <translation>Des messages manqués ont été demandés</translation>
    </message>
    <message>
        <source>Zalo Companion was not running</source>
        <translation>Zalo Companion ne tournait pas</translation>
    </message>
    <message>
        <source>Zalo could not be reached</source>
        <translation>Zalo était injoignable</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere</source>
        <translation>Zalo a été ouvert ailleurs</translation>
    </message>
    <message>
        <source>Another program used this login</source>
        <translation>Un autre programme utilisait cette connexion</translation>
    </message>
    <message>
        <source>The login had expired</source>
        <translation>La connexion avait expiré</translation>
    </message>
    <message>
        <source>Nobody was logged in</source>
        <translation>Personne n’était connecté</translation>
    </message>
    <message>
        <source>The connection to Zalo was interrupted</source>
        <translation>La liaison avec Zalo était coupée</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Message vocal</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Sticker</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Réaction</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Message retiré</translation>
    </message>
    <message>
        <source>Not connected now</source>
        <translation>Hors connexion en ce moment</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Hors connexion</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Possibly sent</source>
        <translation>Peut-être envoyé</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Waiting for the bot</source>
        <translation>En attente du bot</translation>
    </message>
    <message>
        <source>With the Gateway</source>
        <translation>Reçu par la passerelle</translation>
    </message>
    <message>
        <source>Handled by the bot</source>
        <translation>Traité par le bot</translation>
    </message>
    <message>
        <source>Ignored by the Gateway</source>
        <translation>Ignoré par la passerelle</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Written by you on another device</source>
        <translation>Écrit par vous sur un autre appareil</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>Non remis</translation>
    </message>
    <message>
        <source>The bot failed</source>
        <translation>Échec du bot</translation>
    </message>
    <message>
        <source>It may have arrived. Look in Zalo before you send it again.</source>
        <translation>Il est peut-être arrivé. Regardez dans Zalo avant de le renvoyer.</translation>
    </message>
    <message>
        <source>The Gateway says: %1</source>
        <translation>La passerelle indique&#xa0;: %1</translation>
    </message>
    <message>
        <source>Messages of this time may be missing here; look for them on the phone.</source>
        <translation>Des messages de cette période peuvent manquer ici&#xa0;; regardez sur le téléphone.</translation>
    </message>
    <message>
        <source>Zalo could not be reached. Send it again when it can.</source>
        <translation>Zalo était injoignable. Renvoyez-le dès qu’il répond.</translation>
    </message>
    <message>
        <source>zca was silent</source>
        <translation>zca ne répondait plus</translation>
    </message>
    <message>
        <source>Perhaps OpenClaw&apos;s own Zalo channel took it</source>
        <translation>Peut-être le canal Zalo d’OpenClaw</translation>
    </message>
    <message>
        <source>Scheduled reconnect</source>
        <translation>Reconnexion programmée</translation>
    </message>
    <message>
        <source>The computer was asleep</source>
        <translation>L’ordinateur était en veille</translation>
    </message>
    <message>
        <source>zca was missing</source>
        <translation>zca était introuvable</translation>
    </message>
    <message>
        <source>zca failed</source>
        <translation>zca a échoué</translation>
    </message>
    <message>
        <source>Messages could not be stored</source>
        <translation>Les messages ne pouvaient pas être enregistrés</translation>
    </message>
    <message>
        <source>%1 of %2 parts went out.</source>
        <translation>Parties envoyées&#xa0;: %1 sur %2.</translation>
    </message>
    <message>
        <source>Partly sent</source>
        <translation>Envoyé en partie</translation>
    </message>
    <message>
        <source>Too old to deliver</source>
        <translation>Trop ancien pour être remis</translation>
    </message>
    <message>
        <source>It waited too long for the Gateway, and an answer might come too late. Have it delivered if it still matters.</source>
        <translation>Il a attendu la passerelle trop longtemps, et une réponse pourrait arriver trop tard. S’il compte encore, faites-le remettre.</translation>
    </message>
    <message>
        <source>Zalo&apos;s history could not be asked for all of this time yet. It is asked again later.</source>
        <translation>L’historique de Zalo n’a pas encore pu être consulté pour toute cette période. Il le sera plus tard.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages of this time came from Zalo&apos;s history.</source>
        <translation>
            <numerusform>%n message de cette période a été repris de l’historique de Zalo.</numerusform>
            <numerusform>%n messages de cette période ont été repris de l’historique de Zalo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zalo&apos;s history has no messages of this time that are not here.</source>
        <translation>L’historique de Zalo ne contient aucun message de cette période qui manque ici.</translation>
    </message>
    <message>
        <source>Not sent, settled</source>
        <translation>Non envoyé, classé</translation>
    </message>
    <message>
        <source>The bot is paused in this chat.</source>
        <translation>Le bot est en pause dans cette conversation.</translation>
    </message>
    <message>
        <source>You took this chat over. The bot is paused here until %1.</source>
        <translation>Vous avez pris le relais dans cette conversation. Le bot y est en pause jusqu’à %1.</translation>
    </message>
    <message>
        <source>The bot is paused in this chat until %1, because you wrote here yourself.</source>
        <translation>Le bot est en pause dans cette conversation jusqu’à %1, car vous y avez écrit vous-même.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who wrote in a group, and what</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Not answered, settled</source>
        <translation>Sans réponse, classé</translation>
    </message>
</context>
<context>
    <name>ChainPresenter</name>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>last confirmed %1</source>
        <translation>vérifiée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Ne fonctionne pas</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Trop ancien</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>Companion</source>
        <translation>Zalo Companion</translation>
    </message>
    <message>
        <source>Relays messages</source>
        <translation>Relaie les messages</translation>
    </message>
    <message>
        <source>Relay paused</source>
        <translation>Relais en pause</translation>
    </message>
    <message>
        <source>Cannot store messages</source>
        <translation>Stockage impossible</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Passerelle</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connectée</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Ne répond pas</translation>
    </message>
    <message>
        <source>Waits for your approval</source>
        <translation>Attend votre accord</translation>
    </message>
    <message>
        <source>Its key cannot be read</source>
        <translation>Clé illisible</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connectée</translation>
    </message>
</context>
<context>
    <name>ChatTexts</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>Bot: %1</source>
        <translation>Bot&#xa0;: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
    </message>
    <message>
        <source>Action required</source>
        <translation>À traiter</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>En pause jusqu’à %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
</context>
<context>
    <name>CureText</name>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>%1: adds %2</source>
        <translation>%1&#xa0;: ajoute %2</translation>
    </message>
    <message>
        <source>%1: removes %2</source>
        <translation>%1&#xa0;: retire %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>Allo&amp;w this person…</source>
        <translation>Autoriser &amp;cette personne…</translation>
    </message>
    <message>
        <source>Ans&amp;wer in this group…</source>
        <translation>Répondre dans &amp;ce groupe…</translation>
    </message>
    <message>
        <source>Ans&amp;wer without a mention…</source>
        <translation>Répondre sans être &amp;cité…</translation>
    </message>
    <message>
        <source>Allow this person</source>
        <translation>Autoriser cette personne</translation>
    </message>
    <message>
        <source>Answer in this group</source>
        <translation>Répondre dans ce groupe</translation>
    </message>
    <message>
        <source>Answer without a mention</source>
        <translation>Répondre sans être cité</translation>
    </message>
    <message>
        <source>The bot will answer %1 in groups.</source>
        <translation>Le bot répondra à %1 dans les groupes.</translation>
    </message>
    <message>
        <source>The bot will answer %1.</source>
        <translation>Le bot répondra à %1.</translation>
    </message>
    <message>
        <source>The bot will answer in the group %1.</source>
        <translation>Le bot répondra dans le groupe %1.</translation>
    </message>
    <message>
        <source>The bot will answer every message in the group %1, also those that do not mention it.</source>
        <translation>Le bot répondra à tous les messages du groupe %1, même s’ils ne le mentionnent pas.</translation>
    </message>
    <message>
        <source>Allowed.</source>
        <translation>Autorisé.</translation>
    </message>
    <message>
        <source>The bot answers in this group now.</source>
        <translation>Le bot répond maintenant dans ce groupe.</translation>
    </message>
    <message>
        <source>The bot answers here without a mention now.</source>
        <translation>Le bot répond maintenant ici sans être mentionné.</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The program zca was not found. Install it with “npm install -g openzca”, or set ZALO_COMPANION_ZCA to its path.</source>
        <translation>Le programme zca est introuvable. Installez-le avec «&#xa0;npm install -g openzca&#xa0;», ou indiquez son chemin dans ZALO_COMPANION_ZCA.</translation>
    </message>
    <message>
        <source>%1 is not executable. Run “chmod +x” on it, or set ZALO_COMPANION_ZCA to another zca.</source>
        <translation>%1 n’est pas exécutable. Rendez-le exécutable avec «&#xa0;chmod +x&#xa0;», ou indiquez un autre zca dans ZALO_COMPANION_ZCA.</translation>
    </message>
    <message>
        <source>zca was found, but it does not run (%1). Try “zca --version” in a terminal; openzca needs Node.js 22.13 or newer.</source>
        <translation>zca a été trouvé, mais il ne démarre pas (%1). Essayez «&#xa0;zca --version&#xa0;» dans un terminal&#xa0;; openzca a besoin de Node.js 22.13 ou plus récent.</translation>
    </message>
    <message>
        <source>zca reported an error: %1</source>
        <translation>zca a signalé une erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>This zca is too old, or the program is no zca: it does not understand a call (%1). Update it with “npm install -g openzca@latest”.</source>
        <translation>Ce zca est trop ancien, ou le programme n’est pas un zca&#xa0;: il ne comprend pas un appel (%1). Mettez-le à jour avec «&#xa0;npm install -g openzca@latest&#xa0;».</translation>
    </message>
    <message>
        <source>zca printed more than any answer needs (%1), so it was stopped.</source>
        <translation>zca a écrit plus que n’en demande une réponse (%1)&#xa0;; il a été arrêté.</translation>
    </message>
    <message>
        <source>Nobody is logged in to Zalo here. Log in with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Personne n’est connecté à Zalo ici. Connectez-vous avec le code QR&#xa0;: openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Zalo ended this login. Log in again with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Zalo a mis fin à cette connexion. Reconnectez-vous avec le code QR&#xa0;: openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere (Zalo Web or PC), which ended the connection here. Close it there and reconnect: zalo-companion reconnect</source>
        <translation>Zalo a été ouvert ailleurs (Zalo Web ou PC), ce qui a coupé la connexion ici. Fermez-le là-bas puis reconnectez&#xa0;: zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Another program uses this Zalo login. Stop that program, then reconnect: zalo-companion reconnect</source>
        <translation>Un autre programme utilise cette connexion Zalo. Arrêtez-le, puis reconnectez&#xa0;: zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Zalo refused: %1</source>
        <translation>Zalo a refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is no such friend or group. Look the id up: openclaw directory peers list --channel zalouser</source>
        <translation>Cet ami ou ce groupe n’existe pas. Cherchez l’identifiant&#xa0;: openclaw directory peers list --channel zalouser</translation>
    </message>
    <message>
        <source>Zalo cannot be told which message is meant. It is not kept here any more, or it is one of your own in a direct chat.</source>
        <translation>Impossible d’indiquer à Zalo de quel message il s’agit. Il n’est plus conservé ici, ou c’est l’un des vôtres dans une conversation privée.</translation>
    </message>
    <message>
        <source>zca ended without saying that the message was sent. Look in Zalo whether it arrived before you send it again.</source>
        <translation>zca s’est terminé sans dire que le message était parti. Vérifiez dans Zalo s’il est arrivé avant de l’envoyer de nouveau.</translation>
    </message>
    <message>
        <source>The login was declined on the phone. Start it again and tap “Log in” on the phone.</source>
        <translation>La connexion a été refusée sur le téléphone. Recommencez et touchez «&#xa0;Đăng nhập / Log in&#xa0;» sur le téléphone.</translation>
    </message>
    <message>
        <source>The QR code was not scanned in time. Start the login again.</source>
        <translation>Le code QR n’a pas été scanné à temps. Recommencez la connexion.</translation>
    </message>
    <message>
        <source>A newer login took the place of this one. Use the QR code that was shown last.</source>
        <translation>Une connexion plus récente a remplacé celle-ci. Utilisez le dernier code QR affiché.</translation>
    </message>
    <message>
        <source>There was no answer in time (%1). Try again.</source>
        <translation>Pas de réponse à temps (%1). Réessayez.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>It is not certain whether the message was sent. Look in Zalo before you send it again.</source>
        <translation>Il n’est pas certain que le message soit parti. Vérifiez dans Zalo avant de l’envoyer de nouveau.</translation>
    </message>
    <message>
        <source>The data file cannot be written, so receiving is paused. Make its folder and the file writable for you and it resumes automatically: %1</source>
        <translation>Le fichier de données ne peut pas être écrit&#xa0;: la réception est suspendue. Donnez-vous le droit d’écrire dans son dossier et dans le fichier, et elle reprendra automatiquement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Another program is using the data file, so receiving is paused. Close that program and it resumes automatically: %1</source>
        <translation>Un autre programme utilise le fichier de données&#xa0;: la réception est suspendue. Fermez-le et elle reprendra automatiquement&#xa0;: %1</translation>
    </message>
    <message>
        <source>The data file is damaged. Nothing was changed; move it away to start with an empty one: %1</source>
        <translation>Le fichier de données est endommagé. Rien n’a été modifié&#xa0;; déplacez-le pour repartir d’un fichier vide&#xa0;: %1</translation>
    </message>
    <message>
        <source>The data file was written by a newer Zalo Companion. Install that version: %1</source>
        <translation>Le fichier de données vient d’une version plus récente de Zalo Companion. Installez cette version&#xa0;: %1</translation>
    </message>
    <message>
        <source>The disk is full, so receiving is paused. Free some space and it resumes automatically: %1</source>
        <translation>Le disque est plein&#xa0;: la réception est suspendue. Libérez de la place et elle reprendra automatiquement&#xa0;: %1</translation>
    </message>
    <message>
        <source>The data file could not be used: %1</source>
        <translation>Le fichier de données n’a pas pu être utilisé&#xa0;: %1</translation>
    </message>
    <message>
        <source>This program has not introduced itself yet: hello and auth or associate come first.</source>
        <translation>Ce programme ne s’est pas encore présenté&#xa0;: hello, puis auth ou associate, viennent d’abord.</translation>
    </message>
    <message>
        <source>This Gateway waits for approval. Approve it on the companion&apos;s machine: zalo-companion gateways approve %1</source>
        <translation>Cette passerelle attend une autorisation. Autorisez-la sur la machine de Zalo Companion&#xa0;: zalo-companion gateways approve %1</translation>
    </message>
    <message>
        <source>The key does not match the one this Gateway was approved with. If the Gateway is yours, forget the old key: zalo-companion gateways revoke %1</source>
        <translation>La clé n’est pas celle avec laquelle cette passerelle a été autorisée. Si la passerelle est à vous, oubliez l’ancienne clé&#xa0;: zalo-companion gateways revoke %1</translation>
    </message>
    <message>
        <source>This connection may not call that method: %1</source>
        <translation>Cette connexion ne peut pas appeler cette méthode&#xa0;: %1</translation>
    </message>
    <message>
        <source>The two ends speak different protocol versions (%1). Update the older one of Zalo Companion and the zalouser plugin.</source>
        <translation>Les deux côtés parlent des versions différentes du protocole (%1). Mettez à jour le plus ancien de Zalo Companion et du plugin zalouser.</translation>
    </message>
    <message>
        <source>Another Gateway already receives this account&apos;s messages: %1</source>
        <translation>Une autre passerelle reçoit déjà les messages de ce compte&#xa0;: %1</translation>
    </message>
    <message>
        <source>The Gateway did not take the message: %1</source>
        <translation>La passerelle n’a pas pris le message&#xa0;: %1</translation>
    </message>
    <message>
        <source>The relay is paused. Resume it in Zalo Companion.</source>
        <translation>Le relais est en pause. Relancez-le dans Zalo Companion.</translation>
    </message>
    <message>
        <source>Too many programs ask at once (%1). Try again in a moment.</source>
        <translation>Trop de programmes demandent en même temps (%1). Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The request cannot be understood: %1</source>
        <translation>La demande n’est pas comprise&#xa0;: %1</translation>
    </message>
    <message>
        <source>The connection was closed before the answer came.</source>
        <translation>La connexion s’est fermée avant la réponse.</translation>
    </message>
    <message>
        <source>This folder belongs to somebody else. Remove it, or give it to your user: %1</source>
        <translation>Ce dossier appartient à quelqu’un d’autre. Supprimez-le, ou donnez-le à votre utilisateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>This folder is open to other users. Close it with “chmod 700”: %1</source>
        <translation>Ce dossier est ouvert à d’autres utilisateurs. Fermez-le avec «&#xa0;chmod 700&#xa0;»&#xa0;: %1</translation>
    </message>
    <message>
        <source>The socket&apos;s path is longer than 107 bytes. Set ZALO_COMPANION_SOCKET to a shorter one: %1</source>
        <translation>Le chemin du socket dépasse 107 octets. Indiquez-en un plus court dans ZALO_COMPANION_SOCKET&#xa0;: %1</translation>
    </message>
    <message>
        <source>Another program answers on the companion&apos;s socket. Stop that program: %1</source>
        <translation>Un autre programme répond sur le socket de Zalo Companion. Arrêtez ce programme&#xa0;: %1</translation>
    </message>
    <message>
        <source>Zalo Companion is already running (process %1). Stop it with “zalo-companion quit” to start another one.</source>
        <translation>Zalo Companion est déjà lancé (processus %1). Arrêtez-le avec «&#xa0;zalo-companion quit&#xa0;» pour en lancer un autre.</translation>
    </message>
    <message>
        <source>Zalo Companion is not running. Start it: zalo-companion --headless</source>
        <translation>Zalo Companion n’est pas lancé. Lancez-le&#xa0;: zalo-companion --headless</translation>
    </message>
    <message>
        <source>The Gateways&apos; keys cannot be used. Unlock the keyring and try again (%1).</source>
        <translation>Les clés des passerelles ne peuvent pas être utilisées. Déverrouillez le trousseau et réessayez (%1).</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>Ce fichier ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>This file cannot be written: %1</source>
        <translation>Ce fichier ne peut pas être écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>This web address is never opened by Zalo Companion: %1</source>
        <translation>Zalo Companion n’ouvre jamais cette adresse web&#xa0;: %1</translation>
    </message>
    <message>
        <source>The file is too large to download (more than %1 bytes).</source>
        <translation>Le fichier est trop volumineux pour être téléchargé (plus de %1 octets).</translation>
    </message>
    <message>
        <source>The file could not be downloaded: %1</source>
        <translation>Le fichier n’a pas pu être téléchargé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Something went wrong inside Zalo Companion: %1</source>
        <translation>Une erreur s’est produite dans Zalo Companion&#xa0;: %1</translation>
    </message>
    <message>
        <source>This copy of Zalo Companion has no demo: its simulator is not there (%1). Build it with -DZALO_DEMO=ON, or start Zalo Companion without --demo.</source>
        <translation>Cette copie de Zalo Companion n’a pas de démo&#xa0;: son simulateur est introuvable (%1). Compilez-la avec -DZALO_DEMO=ON, ou lancez Zalo Companion sans --demo.</translation>
    </message>
    <message>
        <source>More messages waited than this account may send in that time, so it was not sent. Send it again later, or allow more messages per minute in Zalo Companion&apos;s settings.</source>
        <translation>Trop de messages attendaient pour le rythme d’envoi de ce compte&#xa0;: celui-ci n’a pas été envoyé. Renvoyez-le plus tard, ou autorisez plus de messages par minute dans les réglages de Zalo Companion.</translation>
    </message>
    <message>
        <source>zca stopped responding and is being restarted (%1).</source>
        <translation>zca ne répond plus et redémarre (%1).</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere, perhaps by OpenClaw&apos;s own Zalo channel: it has a login on this machine. Turn that channel off, or move its file away and restart the Gateway; then reconnect with “zalo-companion reconnect”: %1</source>
        <translation>Zalo a été ouvert ailleurs, peut-être par le canal Zalo propre à OpenClaw&#xa0;: il a une connexion sur cette machine. Désactivez ce canal, ou déplacez son fichier et redémarrez la passerelle&#xa0;; puis reconnectez-vous avec «&#xa0;zalo-companion reconnect&#xa0;»&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 was logged out and %2 is logged in now; nothing was sent. Send it again to send it as %2.</source>
        <translation>%1 a été déconnecté et c&apos;est %2 qui est connecté maintenant&#xa0;; rien n&apos;a été envoyé. Renvoyez le message pour l&apos;envoyer au nom de %2.</translation>
    </message>
    <message>
        <source>This Zalo account is already connected in the profile “%1”. Log in with a different account here, or log out there and reconnect: zalo-companion reconnect</source>
        <translation>Ce compte Zalo est déjà connecté dans le profil «&#xa0;%1&#xa0;». Connectez un autre compte ici, ou déconnectez-le là-bas puis reconnectez-vous&#xa0;: zalo-companion reconnect</translation>
    </message>
    <message>
        <source>The disk could not be read or written, so receiving is paused. Check it; retrying automatically: %1</source>
        <translation>Le disque ne peut être lu ou écrit&#xa0;: la réception est suspendue. Vérifiez-le&#xa0;; nouvel essai automatique&#xa0;: %1</translation>
    </message>
    <message>
        <source>OpenClaw was not found. Install it (https://docs.openclaw.ai), or set ZALO_COMPANION_OPENCLAW to the path of “openclaw”.</source>
        <translation>OpenClaw est introuvable. Installez-le (https://docs.openclaw.ai), ou indiquez le chemin d’«&#xa0;openclaw&#xa0;» dans ZALO_COMPANION_OPENCLAW.</translation>
    </message>
    <message>
        <source>%1 is not executable. Set ZALO_COMPANION_OPENCLAW to the path of “openclaw”.</source>
        <translation>%1 n’est pas exécutable. Indiquez le chemin d’«&#xa0;openclaw&#xa0;» dans ZALO_COMPANION_OPENCLAW.</translation>
    </message>
    <message>
        <source>OpenClaw %1 is too old for the plugin, which needs 2026.9.0 or newer. Update it: openclaw update</source>
        <translation>OpenClaw %1 est trop ancien pour le plugin, qui demande la version 2026.9.0 ou plus récente. Mettez-le à jour&#xa0;: openclaw update</translation>
    </message>
    <message>
        <source>OpenClaw reported: %1</source>
        <translation>OpenClaw a répondu&#xa0;: %1</translation>
    </message>
    <message>
        <source>This copy of Zalo Companion came without the Gateway&apos;s plugin. Install Zalo Companion again; the plugin belongs here: %1</source>
        <translation>Il manque à cette copie de Zalo Companion le plugin de la passerelle. Réinstallez Zalo Companion&#xa0;; le plugin doit se trouver ici&#xa0;: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration cannot be read, so nothing was changed. Correct it, with the help of “openclaw config validate”: %1</source>
        <translation>La configuration d’OpenClaw est illisible&#xa0;; rien n’a été modifié. Corrigez-la avec l’aide d’«&#xa0;openclaw config validate&#xa0;»&#xa0;: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration is spread over several files ($include), so nothing was changed. Run “openclaw plugins install” with the plugin&apos;s folder, then write channels: { zalouser: { enabled: true, dmPolicy: &quot;pairing&quot; } } yourself: %1</source>
        <translation>La configuration d’OpenClaw est répartie sur plusieurs fichiers ($include)&#xa0;; rien n’a été modifié. Lancez «&#xa0;openclaw plugins install&#xa0;» avec le dossier du plugin, puis écrivez vous-même channels: { zalouser: { enabled: true, dmPolicy: &quot;pairing&quot; } }&#xa0;: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration is a symbolic link, which OpenClaw does not write to, so nothing was changed. Put the file itself there, or set OPENCLAW_CONFIG_PATH to it: %1</source>
        <translation>La configuration d’OpenClaw est un lien symbolique, qu’OpenClaw ne modifie pas&#xa0;; rien n’a été modifié. Mettez le fichier lui-même à cet endroit, ou indiquez-le dans OPENCLAW_CONFIG_PATH&#xa0;: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration belongs to another user, so nothing was changed. Run this as that user: %1</source>
        <translation>La configuration d’OpenClaw appartient à un autre utilisateur&#xa0;; rien n’a été modifié. Recommencez sous son compte&#xa0;: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration switches the plugin off (%1), so nothing was changed. Allow it there first.</source>
        <translation>La configuration d’OpenClaw désactive le plugin (%1)&#xa0;; rien n’a été modifié. Autorisez-le d’abord dans ce fichier.</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration has something unexpected at %1, so nothing was changed. Correct it there first.</source>
        <translation>La configuration d’OpenClaw contient autre chose que prévu à l’endroit %1&#xa0;; rien n’a été modifié. Corrigez-la d’abord.</translation>
    </message>
    <message>
        <source>OpenClaw does not accept its configuration with the channel in it, so it was put back as it was: %1</source>
        <translation>OpenClaw refuse sa configuration avec le canal&#xa0;; elle a été remise dans son état précédent&#xa0;: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration was changed by somebody else, so it was left as it is: %1</source>
        <translation>La configuration d’OpenClaw a été modifiée entre-temps&#xa0;; elle reste telle quelle&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo: no Gateway was set up from here.</source>
        <translation>Il n’y a rien à annuler&#xa0;: aucune passerelle n’a été configurée d’ici.</translation>
    </message>
    <message>
        <source>Everything is in place, but the Gateway&apos;s plugin did not reach this companion: %1</source>
        <translation>Tout est en place, mais le plugin de la passerelle n’a pas atteint Zalo Companion&#xa0;: %1</translation>
    </message>
    <message>
        <source>The Gateway could not take the message just now (%1). Delivery is retried automatically.</source>
        <translation>La passerelle n’a pas pu prendre le message pour le moment (%1). La remise est retentée automatiquement.</translation>
    </message>
    <message>
        <source>Zalo refused the login without giving a reason. Retrying automatically, at growing intervals. If it lasts, log in again with the QR code.</source>
        <translation>Zalo a refusé la connexion sans donner de raison. Nouvelles tentatives automatiques, de plus en plus espacées. Si cela dure, reconnectez-vous avec le code QR.</translation>
    </message>
    <message>
        <source>Nothing was sent: zca cannot send this file. Check that it is not empty, or send it in another format.</source>
        <translation>Rien n’a été envoyé&#xa0;: zca ne peut pas envoyer ce fichier. Vérifiez qu’il n’est pas vide, ou envoyez-le dans un autre format.</translation>
    </message>
    <message>
        <source>Zalo does not take files of this type (%1). Send the file in another format, or a link to it.</source>
        <translation>Zalo n’accepte pas ce type de fichier (%1). Envoyez le fichier dans un autre format, ou un lien vers lui.</translation>
    </message>
    <message>
        <source>The file is larger than Zalo takes (%1). Make it smaller, or send a link to it.</source>
        <translation>Le fichier dépasse la taille admise par Zalo (%1). Réduisez-le, ou envoyez un lien vers lui.</translation>
    </message>
    <message>
        <source>The picture cannot be read. Check the file, or save it again as PNG or JPEG.</source>
        <translation>L’image est illisible. Vérifiez le fichier, ou enregistrez-le de nouveau en PNG ou en JPEG.</translation>
    </message>
    <message>
        <source>Several members of the group have the name after an @, so nothing was sent. Send the text again without the @.</source>
        <translation>Plusieurs membres du groupe portent le nom qui suit un @&#xa0;: rien n’a été envoyé. Renvoyez le texte sans le @.</translation>
    </message>
    <message>
        <source>zca did not send it: %1</source>
        <translation>zca ne l’a pas envoyé&#xa0;: %1</translation>
    </message>
    <message>
        <source>The installed zca cannot do this. Update zca.</source>
        <translation>Le zca installé ne sait pas faire cela. Mettez zca à jour.</translation>
    </message>
    <message>
        <source>Zalo cannot be reached. Check the internet connection. Retrying automatically.</source>
        <translation>Zalo est injoignable. Vérifiez la connexion à internet. Nouvel essai automatique.</translation>
    </message>
    <message>
        <source>Zalo asks for a pause: too many requests. Sending resumes automatically later.</source>
        <translation>Zalo demande une pause&#xa0;: trop de requêtes. L’envoi reprendra automatiquement plus tard.</translation>
    </message>
    <message>
        <source>Another Zalo Companion uses this data but does not answer. End that process, then try again: %1</source>
        <translation>Un autre Zalo Companion utilise ces données mais ne répond pas. Terminez ce processus, puis réessayez&#xa0;: %1</translation>
    </message>
    <message>
        <source>This folder’s file system has no file locks, so two programs could send the same messages. Point XDG_DATA_HOME at a local disk: %1</source>
        <translation>Le système de fichiers de ce dossier ne gère pas les verrous&#xa0;: deux programmes pourraient envoyer les mêmes messages. Faites pointer XDG_DATA_HOME vers un disque local&#xa0;: %1</translation>
    </message>
    <message>
        <source>This file is not passed on. Choose a file of your own, smaller than 1 GiB, outside the folders of Zalo Companion: %1</source>
        <translation>Ce fichier n’est pas transmis. Choisissez un fichier à vous, de moins de 1&#xa0;Gio, hors des dossiers de Zalo Companion&#xa0;: %1</translation>
    </message>
    <message>
        <source>There are %1 accounts already. Remove one that is not used any more, then try again.</source>
        <translation>Il y a déjà %1 comptes. Supprimez-en un qui ne sert plus, puis réessayez.</translation>
    </message>
    <message>
        <source>%1 logins are under way already. Finish or cancel one, then try again.</source>
        <translation>%1 connexions sont déjà en cours. Terminez ou annulez-en une, puis réessayez.</translation>
    </message>
    <message>
        <source>The Gateway is not connected just now. Try again once it is.</source>
        <translation>La passerelle n’est pas connectée pour l’instant. Réessayez dès qu’elle le sera.</translation>
    </message>
    <message>
        <source>This request is no longer there: it was answered elsewhere, or is older than an hour. Whoever writes again asks again.</source>
        <translation>Cette demande n’existe plus&#xa0;: elle a reçu une réponse ailleurs ou date de plus d’une heure. Si la personne écrit de nouveau, une nouvelle demande arrivera.</translation>
    </message>
    <message>
        <source>This request is being answered already. Wait a moment.</source>
        <translation>Cette demande est déjà en cours de traitement. Patientez un instant.</translation>
    </message>
    <message>
        <source>The Gateway did not allow this from here. Run on its computer: %1</source>
        <translation>La passerelle ne l’a pas permis d’ici. Exécutez sur son ordinateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>The Gateway did not answer in time. If the request is still listed, try again.</source>
        <translation>La passerelle n’a pas répondu à temps. Si la demande figure toujours dans la liste, réessayez.</translation>
    </message>
    <message>
        <source>No further file can be opened or program started just now (%1). Close programs that you do not need; retrying automatically.</source>
        <translation>Pour l’instant, aucun autre fichier ne peut être ouvert ni aucun programme lancé (%1). Fermez les programmes inutiles. Nouvel essai automatique.</translation>
    </message>
    <message>
        <source>The Gateway&apos;s plugin is too old for this. Choose “Update plugin…” on the page Gateway, then try again.</source>
        <translation>Le plugin de la passerelle est trop ancien pour cela. Choisissez «&#xa0;Mettre le plugin à jour…&#xa0;» sur la page Passerelle, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>%1 Next try at %2.</source>
        <translation>%1 Prochaine tentative à %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>la base de données est endommagée</translation>
    </message>
    <message>
        <source>Receiving is paused. Start over with a new database; the damaged one is kept.</source>
        <translation>La réception est en pause. Recommencez avec une nouvelle base de données&#xa0;; celle qui est endommagée est conservée.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>messages cannot be stored: the disk is read-only</source>
        <translation>les messages ne peuvent pas être stockés&#xa0;: le disque est en lecture seule</translation>
    </message>
    <message>
        <source>another program holds the database</source>
        <translation>un autre programme bloque la base de données</translation>
    </message>
    <message>
        <source>messages cannot be stored</source>
        <translation>les messages ne peuvent pas être stockés</translation>
    </message>
    <message>
        <source>the Gateway&apos;s key cannot be read</source>
        <translation>la clé de la passerelle est illisible</translation>
    </message>
    <message>
        <source>something is wrong with the connection to Zalo</source>
        <translation>la connexion à Zalo ne va pas bien</translation>
    </message>
    <message>
        <source>the program zca is missing</source>
        <translation>le programme zca est introuvable</translation>
    </message>
    <message>
        <source>the program zca is too old</source>
        <translation>le programme zca est trop ancien</translation>
    </message>
    <message>
        <source>the program zca does not work</source>
        <translation>le programme zca ne fonctionne pas</translation>
    </message>
    <message>
        <source>no Zalo account is set up yet</source>
        <translation>aucun compte Zalo n’est encore configuré</translation>
    </message>
    <message>
        <source>Log in with the QR code.</source>
        <translation>Connectez-vous avec le code QR.</translation>
    </message>
    <message>
        <source>the account is not logged in</source>
        <translation>le compte n’est pas connecté</translation>
    </message>
    <message>
        <source>the login has expired</source>
        <translation>la connexion a expiré</translation>
    </message>
    <message>
        <source>Zalo ended this login. Log in again with the QR code.</source>
        <translation>Zalo a mis fin à cette connexion. Reconnectez-vous avec le code QR.</translation>
    </message>
    <message>
        <source>Zalo keeps refusing the login</source>
        <translation>Zalo refuse la connexion à plusieurs reprises</translation>
    </message>
    <message>
        <source>the account is connected twice</source>
        <translation>le compte est connecté deux fois</translation>
    </message>
    <message>
        <source>This account is already connected in the profile “%1”. Log in with a different account here, or log out there and reconnect.</source>
        <translation>Ce compte est déjà connecté dans le profil «&#xa0;%1&#xa0;». Connectez un autre compte ici, ou déconnectez-le là-bas, puis reconnectez.</translation>
    </message>
    <message>
        <source>another Zalo channel took the connection</source>
        <translation>un autre canal Zalo a pris la connexion</translation>
    </message>
    <message>
        <source>Perhaps OpenClaw&apos;s own Zalo channel took it: it has a login on this machine (%1). Turn that channel off, or move this file away and restart the Gateway, then reconnect.</source>
        <translation>Peut-être est-ce le canal Zalo propre à OpenClaw&#xa0;: il a une connexion sur cette machine (%1). Désactivez ce canal, ou déplacez ce fichier et redémarrez la passerelle, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere</source>
        <translation>Zalo a été ouvert ailleurs</translation>
    </message>
    <message>
        <source>Close Zalo Web or Zalo PC, then reconnect: only one of them can be open.</source>
        <translation>Fermez Zalo Web ou Zalo PC, puis reconnectez&#xa0;: un seul peut être ouvert.</translation>
    </message>
    <message>
        <source>another program uses this login</source>
        <translation>un autre programme utilise cette connexion</translation>
    </message>
    <message>
        <source>Stop the other program, then reconnect.</source>
        <translation>Arrêtez l’autre programme, puis reconnectez.</translation>
    </message>
    <message numerus="yes">
        <source>%n Gateway(s) waiting for approval</source>
        <translation>
            <numerusform>une passerelle attend votre accord</numerusform>
            <numerusform>%n passerelles attendent votre accord</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve it if it is yours.</source>
        <translation>Autorisez-la si elle est à vous.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be delivered</source>
        <translation>
            <numerusform>%n message n’a pas pu être remis</numerusform>
            <numerusform>%n messages n’ont pas pu être remis</numerusform>
        </translation>
    </message>
    <message>
        <source>The Gateway refused them. Deliver them again, or dismiss them.</source>
        <translation>La passerelle les a refusés. Remettez-les à nouveau ou ignorez-les.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) got no answer in time</source>
        <translation>
            <numerusform>%n message est resté trop longtemps sans réponse</numerusform>
            <numerusform>%n messages sont restés trop longtemps sans réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>They waited too long for the Gateway. Deliver them if they still matter.</source>
        <translation>Ils ont attendu la passerelle trop longtemps. Remettez-les s’ils comptent encore.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) possibly sent</source>
        <translation>
            <numerusform>%n message peut-être envoyé</numerusform>
            <numerusform>%n messages peut-être envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>Zalo did not confirm them. Look into the chat and decide whether to send them again.</source>
        <translation>Zalo ne les a pas confirmés. Regardez la conversation et décidez s’il faut les renvoyer.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting for the account “%1”</source>
        <translation>
            <numerusform>%n message attend le compte «&#xa0;%1&#xa0;»</numerusform>
            <numerusform>%n messages attendent le compte «&#xa0;%1&#xa0;»</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was logged in here before. Log in with it again, or discard what waits in the overview.</source>
        <translation>«&#xa0;%1&#xa0;» était connecté ici auparavant. Reconnectez ce compte, ou abandonnez ce qui attend dans l’aperçu.</translation>
    </message>
    <message>
        <source>the Gateway&apos;s plugin is out of date</source>
        <translation>le plugin de la passerelle n’est pas à jour</translation>
    </message>
    <message>
        <source>Some features need an update.</source>
        <translation>Certaines fonctions demandent une mise à jour.</translation>
    </message>
    <message>
        <source>the bot is paused</source>
        <translation>le bot est en pause</translation>
    </message>
    <message>
        <source>Messages are kept here and wait until you resume it.</source>
        <translation>Les messages attendent ici jusqu’à la reprise.</translation>
    </message>
    <message>
        <source>sending is paused until %1</source>
        <translation>l’envoi est en pause jusqu’à %1</translation>
    </message>
    <message>
        <source>Zalo limits how much this account sends: a message was refused or dropped. Sending resumes automatically then; incoming messages arrive as before.</source>
        <translation>Zalo limite les envois de ce compte&#xa0;: un message a été refusé ou n’est pas parti. L’envoi reprendra automatiquement à ce moment-là&#xa0;; les messages qu’on vous écrit arrivent comme avant.</translation>
    </message>
    <message numerus="yes">
        <source>the bot is paused in %n chat(s)</source>
        <translation>
            <numerusform>le bot est en pause dans %n conversation</numerusform>
            <numerusform>le bot est en pause dans %n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>What is written there waits until the bot is resumed.</source>
        <translation>Ce qu’on y écrit attend la reprise du bot.</translation>
    </message>
    <message>
        <source>Zalo cannot be reached</source>
        <translation>Zalo est injoignable</translation>
    </message>
    <message>
        <source>Check the internet connection. Retrying automatically.</source>
        <translation>Vérifiez la connexion à internet. Nouvel essai automatique.</translation>
    </message>
    <message>
        <source>Zalo refused the login</source>
        <translation>Zalo a refusé la connexion</translation>
    </message>
    <message>
        <source>no Gateway is set up yet</source>
        <translation>aucune passerelle n’est encore configurée</translation>
    </message>
    <message>
        <source>Messages are kept here and wait for it.</source>
        <translation>Les messages l’attendent ici.</translation>
    </message>
    <message>
        <source>no Gateway is connected</source>
        <translation>aucune passerelle n’est connectée</translation>
    </message>
    <message>
        <source>the Gateway does not answer</source>
        <translation>la passerelle ne répond pas</translation>
    </message>
    <message>
        <source>Messages are kept here. Retrying automatically.</source>
        <translation>Les messages attendent ici. Nouvel essai automatique.</translation>
    </message>
    <message>
        <source>connecting to Zalo again</source>
        <translation>reconnexion à Zalo</translation>
    </message>
    <message>
        <source>The connection broke. Retrying automatically.</source>
        <translation>La connexion s’est coupée. Nouvel essai automatique.</translation>
    </message>
    <message>
        <source>connecting to Zalo</source>
        <translation>connexion à Zalo</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Cela prend un instant.</translation>
    </message>
    <message>
        <source>waiting for the QR code to be scanned</source>
        <translation>en attente du scan du code QR</translation>
    </message>
    <message>
        <source>Scan the QR code with Zalo on your phone.</source>
        <translation>Scannez le code QR avec Zalo sur votre téléphone.</translation>
    </message>
    <message numerus="yes">
        <source>delivering %n message(s) that waited</source>
        <translation>
            <numerusform>remise de %n message en attente</numerusform>
            <numerusform>remise de %n messages en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>The bot gets them at a pace that it can follow.</source>
        <translation>Le bot les reçoit à un rythme qu’il peut suivre.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>The program zca is being looked for.</source>
        <translation>Recherche du programme zca.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) asking whether the bot may answer</source>
        <translation>
            <numerusform>%n personne attend de pouvoir parler au bot</numerusform>
            <numerusform>%n personnes attendent de pouvoir parler au bot</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve whoever may talk to the bot.</source>
        <translation>Autorisez les personnes qui peuvent parler au bot.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) waiting since %1: %2</source>
        <translation>
            <numerusform>%n client attend depuis %1&#xa0;: %2</numerusform>
            <numerusform>%n clients attendent depuis %1&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>messages are stuck</source>
        <translation>des messages sont bloqués</translation>
    </message>
    <message>
        <source>Everything is connected, and still they do not get through. Each message says what it waits for.</source>
        <translation>Tout est connecté, et pourtant ils ne passent pas. Chaque message indique ce qu’il attend.</translation>
    </message>
    <message numerus="yes">
        <source>the bot failed to answer %n message(s)</source>
        <translation>
            <numerusform>le bot n’a pas pu répondre à %n message</numerusform>
            <numerusform>le bot n’a pas pu répondre à %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of them says why. Hand them to the bot again, or dismiss them.</source>
        <translation>Chacun indique pourquoi. Retransmettez-les au bot ou ignorez-les.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent</source>
        <translation>
            <numerusform>%n message n’a pas pu être envoyé</numerusform>
            <numerusform>%n messages n’ont pas pu être envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>Send them again, or dismiss them.</source>
        <translation>Renvoyez-les ou ignorez-les.</translation>
    </message>
    <message>
        <source>accounts of the Gateway (%1) share the profile “%2”</source>
        <translation>des comptes de la passerelle (%1) partagent le profil «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Only the first of them gets its messages, and after a restart that may be another one. Give each account a profile of its own in the Gateway&apos;s configuration (channels.zalouser.accounts).</source>
        <translation>Seul le premier reçoit ses messages, et ce peut être un autre après un redémarrage. Donnez à chaque compte son propre profil dans la configuration de la passerelle (channels.zalouser.accounts).</translation>
    </message>
</context>
<context>
    <name>GapRecovery</name>
    <message>
        <source>Messages may be missing</source>
        <translation>Des messages peuvent manquer</translation>
    </message>
    <message>
        <source>Could not be asked for yet</source>
        <translation>Pas encore demandés</translation>
    </message>
    <message>
        <source>Nothing came</source>
        <translation>Aucun message</translation>
    </message>
    <message numerus="yes">
        <source>%n messages recovered</source>
        <translation>
            <numerusform>%n message récupéré</numerusform>
            <numerusform>%n messages récupérés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatewayPresenter</name>
    <message>
        <source>A stand-in answers in the demo</source>
        <translation>Dans la démo, un remplaçant répond</translation>
    </message>
    <message>
        <source>The OpenClaw Gateway of this computer is left alone.</source>
        <translation>La passerelle OpenClaw de cet ordinateur n’est pas touchée.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Asking OpenClaw. This takes a few seconds.</source>
        <translation>OpenClaw est interrogé. Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>OpenClaw did not answer</source>
        <translation>OpenClaw n’a pas répondu</translation>
    </message>
    <message>
        <source>OpenClaw was not found on this computer</source>
        <translation>OpenClaw est introuvable sur cet ordinateur</translation>
    </message>
    <message>
        <source>Install it (https://docs.openclaw.ai), then check again.</source>
        <translation>Installez-le (https://docs.openclaw.ai), puis vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>It first finishes the answers that it is working on.</source>
        <translation>Elle termine d’abord les réponses en cours.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>This can take a minute.</source>
        <translation>Cela peut prendre une minute.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Redémarrage…</translation>
    </message>
    <message>
        <source>Installing the service…</source>
        <translation>Installation du service…</translation>
    </message>
    <message>
        <source>It runs as a service, which starts with the session.</source>
        <translation>Elle tourne comme un service, qui démarre avec la session.</translation>
    </message>
    <message>
        <source>It runs without a service: after a restart of the computer it has to be started again.</source>
        <translation>Elle tourne sans service&#xa0;: après un redémarrage de l’ordinateur, il faut la redémarrer.</translation>
    </message>
    <message>
        <source>OpenClaw %1, port %2. Version %3 is installed: restart it to use that one.</source>
        <translation>OpenClaw %1, port %2. La version %3 est installée&#xa0;: redémarrez la passerelle pour l’utiliser.</translation>
    </message>
    <message>
        <source>OpenClaw %1, port %2.</source>
        <translation>OpenClaw %1, port %2.</translation>
    </message>
    <message>
        <source>Running since %1</source>
        <translation>En marche depuis %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marche</translation>
    </message>
    <message>
        <source>It is not connected to Zalo Companion. If it stays like this, set up OpenClaw below.</source>
        <translation>Elle n’est pas connectée à Zalo Companion. Si cela dure, configurez OpenClaw ci-dessous.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Nobody gets an answer until it runs. Messages are kept here and wait for it.</source>
        <translation>Personne ne reçoit de réponse tant qu’elle est arrêtée. Les messages sont conservés ici et l’attendent.</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Ne répond pas</translation>
    </message>
    <message>
        <source>It is starting, or busy. If it stays like this, restart it.</source>
        <translation>Elle démarre ou est occupée. Si cela dure, redémarrez-la.</translation>
    </message>
    <message>
        <source>Another program uses its port</source>
        <translation>Un autre programme utilise son port</translation>
    </message>
    <message>
        <source>The Gateway needs port %1. Quit that program, or set another port in OpenClaw&apos;s configuration, then check again.</source>
        <translation>La passerelle a besoin du port %1. Quittez ce programme, ou choisissez un autre port dans la configuration d’OpenClaw, puis vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>It ended right after its start. The last lines of its log below say why; start it again once that is mended.</source>
        <translation>Elle s’est arrêtée aussitôt démarrée. Les dernières lignes de son journal, ci-dessous, disent pourquoi&#xa0;; redémarrez-la une fois le problème réglé.</translation>
    </message>
    <message>
        <source>It was started, but does not answer. Look at the last lines of its log below, then try again.</source>
        <translation>Elle a été démarrée, mais ne répond pas. Regardez les dernières lignes de son journal, ci-dessous, puis réessayez.</translation>
    </message>
    <message>
        <source>It could not be stopped from here. End it where it was started, for instance with Ctrl+C in its terminal.</source>
        <translation>Elle n’a pas pu être arrêtée d’ici. Arrêtez-la là où elle a été démarrée, par exemple avec Ctrl+C dans son terminal.</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Keeps a Zalo account connected to OpenClaw&apos;s Gateway.</source>
        <translation>Garde un compte Zalo relié à la passerelle d’OpenClaw.</translation>
    </message>
    <message>
        <source>Run without windows.</source>
        <translation>Fonctionner sans fenêtres.</translation>
    </message>
    <message>
        <source>Run on the simulator, with data of its own.</source>
        <translation>Fonctionner sur le simulateur, avec des données à part.</translation>
    </message>
    <message>
        <source>Answer commands as JSON.</source>
        <translation>Répondre aux commandes en JSON.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Afficher cette aide.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Afficher la version.</translation>
    </message>
    <message>
        <source>there is no command “%1”; see zalo-companion --help</source>
        <translation>la commande «&#xa0;%1&#xa0;» n’existe pas&#xa0;; voir zalo-companion --help</translation>
    </message>
    <message>
        <source>Start in the system tray, without a window.</source>
        <translation>Démarrer dans la zone de notification, sans fenêtre.</translation>
    </message>
    <message>
        <source>--headless and --hidden do not go together</source>
        <translation>--headless et --hidden ne vont pas ensemble</translation>
    </message>
    <message>
        <source>Open the window at a page: overview, login, contacts, activity, settings.</source>
        <translation>Ouvrir la fenêtre à une page&#xa0;: overview, login, contacts, activity, settings.</translation>
    </message>
    <message>
        <source>there is no page “%1”; the pages are %2</source>
        <translation>il n’y a pas de page «&#xa0;%1&#xa0;»&#xa0;; les pages sont %2</translation>
    </message>
    <message>
        <source>--page does not go with --headless or --hidden</source>
        <translation>--page ne va pas avec --headless ni --hidden</translation>
    </message>
    <message>
        <source>setup-gateway, reset: do what it shows, unasked.</source>
        <translation>setup-gateway, reset&#xa0;: faire ce qui est montré, sans demander.</translation>
    </message>
    <message>
        <source>setup-gateway: put OpenClaw back as it was before.</source>
        <translation>setup-gateway&#xa0;: remettre OpenClaw dans son état d’avant.</translation>
    </message>
    <message>
        <source>--undo goes with setup-gateway only, --keep-damaged with reset only, and --yes with either</source>
        <translation>--undo ne va qu’avec setup-gateway, --keep-damaged qu’avec reset, et --yes avec l’un ou l’autre</translation>
    </message>
    <message>
        <source>reset: keep the damaged data file aside, and start with an empty one.</source>
        <translation>reset&#xa0;: conserver à part le fichier de données endommagé et repartir d’un fichier vide.</translation>
    </message>
    <message>
        <source>status, reconnect [PROFILE], gateways [list | approve ID | refuse ID | revoke ID], pairing [list | approve CODE | dismiss CODE], profiles [list | add LABEL | rename NAME LABEL | remove NAME | erase NAME | discard NAME USER-ID], setup-gateway [--undo] [--yes], reset [--keep-damaged] [--yes], quit. Without one the program runs.</source>
        <translation>status, reconnect [PROFILE], gateways [list | approve ID | refuse ID | revoke ID], pairing [list | approve CODE | dismiss CODE], profiles [list | add LABEL | rename NAME LABEL | remove NAME | erase NAME | discard NAME USER-ID], setup-gateway [--undo] [--yes], reset [--keep-damaged] [--yes], quit. Sans commande, le programme démarre.</translation>
    </message>
</context>
<context>
    <name>LoginMessages</name>
    <message>
        <source>Show a new code</source>
        <translation>Afficher un nouveau code</translation>
    </message>
    <message>
        <source>Before the first login</source>
        <translation>Avant la première connexion</translation>
    </message>
    <message>
        <source>Zalo does not allow programs to use a personal account. It may suspend or close the account that you log in with. Do not use one that you cannot lose.</source>
        <translation>Zalo n’autorise pas les programmes à utiliser un compte personnel. Il peut suspendre ou fermer le compte que vous connectez. N’utilisez pas un compte que vous ne pouvez pas perdre.</translation>
    </message>
    <message>
        <source>I understand, continue</source>
        <translation>J’ai compris, continuer</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Keep your phone at hand</source>
        <translation>Gardez votre téléphone à portée de main</translation>
    </message>
    <message>
        <source>The phone must be logged in with the bot&apos;s Zalo account.</source>
        <translation>Le téléphone doit être connecté au compte Zalo du bot.</translation>
    </message>
    <message>
        <source>Show the QR code</source>
        <translation>Afficher le code QR</translation>
    </message>
    <message>
        <source>This account is logged in here.</source>
        <translation>Ce compte est connecté ici.</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>Se reconnecter…</translation>
    </message>
    <message>
        <source>Log out…</source>
        <translation>Se déconnecter…</translation>
    </message>
    <message>
        <source>Getting a code from Zalo…</source>
        <translation>Demande d’un code à Zalo…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The code was scanned</source>
        <translation>Le code a été scanné</translation>
    </message>
    <message>
        <source>%1 scanned the code</source>
        <translation>%1 a scanné le code</translation>
    </message>
    <message>
        <source>Now tap “Log in” on your phone.</source>
        <translation>Touchez maintenant «&#xa0;Đăng nhập / Log in&#xa0;» sur votre téléphone.</translation>
    </message>
    <message>
        <source>%1 is logged in</source>
        <translation>%1 est connecté</translation>
    </message>
    <message>
        <source>The connection to Zalo is confirmed. You can close this window.</source>
        <translation>La connexion à Zalo est vérifiée. Vous pouvez fermer cette fenêtre.</translation>
    </message>
    <message>
        <source>Show the overview</source>
        <translation>Voir l’aperçu</translation>
    </message>
    <message>
        <source>The login was declined</source>
        <translation>La connexion a été refusée</translation>
    </message>
    <message>
        <source>Somebody tapped “Decline” on the phone.</source>
        <translation>Quelqu’un a touché «&#xa0;Từ chối / Decline&#xa0;» sur le téléphone.</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>Le code a expiré</translation>
    </message>
    <message>
        <source>Nobody scanned it in time.</source>
        <translation>Personne ne l’a scanné à temps.</translation>
    </message>
    <message>
        <source>The login was cancelled</source>
        <translation>La connexion a été annulée</translation>
    </message>
    <message>
        <source>Another login took its place, or it was stopped elsewhere.</source>
        <translation>Une autre connexion l’a remplacée, ou elle a été arrêtée ailleurs.</translation>
    </message>
    <message>
        <source>The login did not work</source>
        <translation>La connexion a échoué</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 scanned the code, not %2</source>
        <translation>%1 a scanné le code, et non %2</translation>
    </message>
    <message>
        <source>Is that the wrong account? Then do not tap “Log in” on that phone, and scan a new code with the right one.</source>
        <translation>Ce n’est pas le bon compte&#xa0;? Ne touchez pas «&#xa0;Đăng nhập / Log in&#xa0;» sur ce téléphone, et scannez un nouveau code avec le bon.</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Scanner à nouveau</translation>
    </message>
    <message>
        <source>This is %1&apos;s account, not the one of before</source>
        <translation>C’est le compte de %1, pas le précédent</translation>
    </message>
    <message>
        <source>Messages that wait for the account of before stay until it is back. The bot rests until you decide.</source>
        <translation>Les messages en attente du compte précédent restent jusqu’à son retour. Le bot attend votre décision.</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>Utiliser ce compte</translation>
    </message>
    <message>
        <source>This is %1&apos;s account, not %2&apos;s</source>
        <translation>C’est le compte de %1, pas celui de %2</translation>
    </message>
    <message>
        <source>Messages that wait for %1 stay until %1 is back. The bot rests until you decide.</source>
        <translation>Les messages en attente pour %1 restent jusqu’à son retour. Le bot attend votre décision.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>The connection to Zalo is confirmed. The bot answers once the Gateway has this account, too: openclaw channels add --channel zalouser --account %1</source>
        <translation>La connexion à Zalo est confirmée. Le bot répondra dès que la passerelle aura ce compte, elle aussi&#xa0;: openclaw channels add --channel zalouser --account %1</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Install zca: npm install -g openzca</source>
        <translation>Installez zca&#xa0;: npm install -g openzca</translation>
    </message>
    <message>
        <source>Try “zca --version” in a terminal.</source>
        <translation>Essayez «&#xa0;zca --version&#xa0;» dans un terminal.</translation>
    </message>
    <message>
        <source>Update zca: npm install -g openzca@latest</source>
        <translation>Mettez zca à jour&#xa0;: npm install -g openzca@latest</translation>
    </message>
    <message>
        <source>Log in with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Connectez-vous avec le code QR&#xa0;: openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Close Zalo elsewhere, then reconnect: zalo-companion reconnect</source>
        <translation>Fermez Zalo ailleurs, puis reconnectez&#xa0;: zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Nothing to do. Retrying automatically.</source>
        <translation>Rien à faire. Nouvel essai automatique.</translation>
    </message>
</context>
<context>
    <name>OutcomeReason</name>
    <message>
        <source>The bot answers no direct messages.</source>
        <translation>Le bot ne répond pas aux messages privés.</translation>
    </message>
    <message>
        <source>This person is not allowed to write to the bot.</source>
        <translation>Cette personne n’est pas autorisée à écrire au bot.</translation>
    </message>
    <message>
        <source>This person is new and waits for approval to write to the bot.</source>
        <translation>Cette personne écrit pour la première fois et attend votre accord.</translation>
    </message>
    <message>
        <source>This person is new and waits for approval. The pairing code could not be sent and goes out with their next message.</source>
        <translation>Cette personne écrit pour la première fois et attend votre accord. Le code d’association n’a pas pu être envoyé&#xa0;; il partira avec son prochain message.</translation>
    </message>
    <message>
        <source>This person may not give commands to the bot.</source>
        <translation>Cette personne n’a pas le droit de donner des commandes au bot.</translation>
    </message>
    <message>
        <source>The bot answers in no group.</source>
        <translation>Le bot ne répond dans aucun groupe.</translation>
    </message>
    <message>
        <source>No group has been allowed for the bot yet.</source>
        <translation>Aucun groupe n’a encore été autorisé pour le bot.</translation>
    </message>
    <message>
        <source>The bot is not allowed to answer in this group.</source>
        <translation>Le bot n’est pas autorisé à répondre dans ce groupe.</translation>
    </message>
    <message>
        <source>The bot is switched off in this group.</source>
        <translation>Le bot est désactivé dans ce groupe.</translation>
    </message>
    <message>
        <source>This person is not allowed to write to the bot in groups.</source>
        <translation>Cette personne n’est pas autorisée à écrire au bot dans les groupes.</translation>
    </message>
    <message>
        <source>The bot was not mentioned. In this group it answers only when somebody mentions it.</source>
        <translation>Le bot n’a pas été mentionné. Dans ce groupe, il ne répond que si quelqu’un le mentionne.</translation>
    </message>
    <message>
        <source>A rule of OpenClaw turned the message away: %1</source>
        <translation>Une règle d’OpenClaw a écarté le message&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is nothing in it to answer.</source>
        <translation>Il n’y a rien à quoi répondre.</translation>
    </message>
    <message>
        <source>It was written from the bot&apos;s own account.</source>
        <translation>Il a été écrit depuis le compte du bot lui-même.</translation>
    </message>
    <message>
        <source>The bot does not answer a sticker alone.</source>
        <translation>Le bot ne répond pas à un simple autocollant.</translation>
    </message>
    <message>
        <source>The bot does not answer a reaction.</source>
        <translation>Le bot ne répond pas à une réaction.</translation>
    </message>
    <message>
        <source>The bot does not answer a contact card alone.</source>
        <translation>Le bot ne répond pas à une simple carte de visite.</translation>
    </message>
    <message>
        <source>OpenClaw was busy in this conversation and did not take the message up.</source>
        <translation>OpenClaw était occupé dans cette conversation et n’a pas traité le message.</translation>
    </message>
    <message>
        <source>The bot answered, but its answer could not be sent.</source>
        <translation>Le bot a répondu, mais sa réponse n’a pas pu être envoyée.</translation>
    </message>
    <message>
        <source>The bot could not work on it: %1</source>
        <translation>Le bot n’a pas pu traiter le message&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>PairingCommands</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1  %2, since %3</source>
        <translation>%1  %2, depuis %3</translation>
    </message>
    <message>
        <source>Its Gateway is not connected; it can be answered once it is.</source>
        <translation>Sa passerelle n’est pas connectée&#xa0;; vous pourrez répondre dès qu’elle le sera.</translation>
    </message>
    <message>
        <source>Nobody waits for approval.</source>
        <translation>Personne n’attend votre accord.</translation>
    </message>
    <message>
        <source>Approved. The bot answers from the next message on.</source>
        <translation>Autorisé. Le bot répond à partir du prochain message.</translation>
    </message>
    <message>
        <source>Approved. The bot answers %1 from the next message on.</source>
        <translation>Autorisé. Le bot répond à %1 à partir du prochain message.</translation>
    </message>
    <message>
        <source>Dismissed. Nobody is told; whoever writes again asks again.</source>
        <translation>Ignoré. La personne n’en est pas informée&#xa0;; si elle écrit de nouveau, une nouvelle demande arrivera.</translation>
    </message>
</context>
<context>
    <name>PairingTexts</name>
    <message>
        <source>Message hidden</source>
        <translation>Message masqué</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Approving…</source>
        <translation>Autorisation en cours…</translation>
    </message>
    <message>
        <source>Dismissing…</source>
        <translation>Demande en cours de suppression…</translation>
    </message>
    <message>
        <source>The Gateway is not connected. You can answer once it is.</source>
        <translation>La passerelle n’est pas connectée. Vous pourrez répondre dès qu’elle le sera.</translation>
    </message>
    <message>
        <source>Zalo user %1</source>
        <translation>Utilisateur Zalo %1</translation>
    </message>
    <message>
        <source>waiting since %1, account %2</source>
        <translation>attend depuis %1, compte %2</translation>
    </message>
    <message>
        <source>waiting since %1</source>
        <translation>attend depuis %1</translation>
    </message>
</context>
<context>
    <name>PausesText</name>
    <message>
        <source>The bot is paused in one chat until %1.</source>
        <translation>Le bot est en pause dans une conversation jusqu’à %1.</translation>
    </message>
    <message numerus="yes">
        <source>The bot is paused in %n chats.</source>
        <translation>
            <numerusform>Le bot est en pause dans %n conversation.</numerusform>
            <numerusform>Le bot est en pause dans %n conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bot is paused in %n chats, in the first of them until %1.</source>
        <translation>
            <numerusform>Le bot est en pause dans %n conversation, jusqu’à %1.</numerusform>
            <numerusform>Le bot est en pause dans %n conversations, la première jusqu’à %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileCommands</name>
    <message>
        <source>No account yet.</source>
        <translation>Aucun compte pour l’instant.</translation>
    </message>
    <message>
        <source>Added as the profile “%1”. Log in to it in the window, or name it in an account of the Gateway and log in there.</source>
        <translation>Ajouté avec le profil «&#xa0;%1&#xa0;». Connectez-le dans la fenêtre, ou indiquez-le dans un compte de la passerelle et connectez-le là-bas.</translation>
    </message>
</context>
<context>
    <name>SessionState</name>
    <message>
        <source>zca is missing</source>
        <translation>zca est introuvable</translation>
    </message>
    <message>
        <source>Not logged in</source>
        <translation>Pas connecté</translation>
    </message>
    <message>
        <source>Waiting for the QR code to be scanned</source>
        <translation>En attente du scan du code QR</translation>
    </message>
    <message>
        <source>Connecting to Zalo</source>
        <translation>Connexion à Zalo</translation>
    </message>
    <message>
        <source>Connected to Zalo</source>
        <translation>Connecté à Zalo</translation>
    </message>
    <message>
        <source>Connecting to Zalo again</source>
        <translation>Reconnexion à Zalo</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere</source>
        <translation>Zalo a été ouvert ailleurs</translation>
    </message>
    <message>
        <source>Another program uses this login</source>
        <translation>Un autre programme utilise cette connexion</translation>
    </message>
    <message>
        <source>The login has expired</source>
        <translation>La connexion a expiré</translation>
    </message>
    <message>
        <source>Zalo cannot be reached</source>
        <translation>Zalo est injoignable</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Quelque chose ne va pas</translation>
    </message>
</context>
<context>
    <name>SetupTexts</name>
    <message>
        <source>Keep a copy of OpenClaw&apos;s configuration, to undo this</source>
        <translation>Garder une copie de la configuration d’OpenClaw, pour pouvoir annuler</translation>
    </message>
    <message>
        <source>Remove the other plugin of the name zalouser: %1</source>
        <translation>Retirer l’autre plugin du nom de zalouser&#xa0;: %1</translation>
    </message>
    <message>
        <source>It connects to Zalo on its own. Only one of the two can serve the channel.</source>
        <translation>Il parle lui-même à Zalo. Un seul des deux peut servir le canal.</translation>
    </message>
    <message>
        <source>Install the plugin zalouser %1 in OpenClaw</source>
        <translation>Installer le plugin zalouser %1 dans OpenClaw</translation>
    </message>
    <message>
        <source>Update the plugin zalouser in OpenClaw from %1 to %2</source>
        <translation>Mettre à jour le plugin zalouser dans OpenClaw, de %1 à %2</translation>
    </message>
    <message>
        <source>The plugin zalouser %1 is installed</source>
        <translation>Le plugin zalouser %1 est installé</translation>
    </message>
    <message>
        <source>Enable the channel zalouser in OpenClaw&apos;s configuration</source>
        <translation>Activer le canal zalouser dans la configuration d’OpenClaw</translation>
    </message>
    <message>
        <source>Unknown senders get a pairing code. The rest of the file stays as it is, with its comments and its order.</source>
        <translation>Les expéditeurs inconnus reçoivent un code d’association. Le reste du fichier ne change pas, ni les commentaires ni l’ordre.</translation>
    </message>
    <message>
        <source>The channel zalouser is enabled</source>
        <translation>Le canal zalouser est activé</translation>
    </message>
    <message>
        <source>Leave OpenClaw&apos;s configuration in the form you gave it</source>
        <translation>Laisser à la configuration d’OpenClaw la forme que vous lui avez donnée</translation>
    </message>
    <message>
        <source>OpenClaw rewrites it when it installs a plugin, and loses comments.</source>
        <translation>OpenClaw la réécrit quand il installe un plugin, et perd les commentaires.</translation>
    </message>
    <message>
        <source>Zalo Companion is running</source>
        <translation>Zalo Companion est en marche</translation>
    </message>
    <message>
        <source>Start Zalo Companion in the background</source>
        <translation>Démarrer Zalo Companion en arrière-plan</translation>
    </message>
    <message>
        <source>See whether the plugin reaches Zalo Companion</source>
        <translation>Vérifier que le plugin atteint Zalo Companion</translation>
    </message>
    <message>
        <source>The Gateway is connected to Zalo Companion.</source>
        <translation>La passerelle est connectée à Zalo Companion.</translation>
    </message>
    <message>
        <source>The plugin reaches Zalo Companion. The Gateway itself is not running; start it: openclaw gateway start</source>
        <translation>Le plugin atteint Zalo Companion. La passerelle elle-même ne tourne pas&#xa0;; démarrez-la&#xa0;: openclaw gateway start</translation>
    </message>
    <message>
        <source>Uninstall the plugin zalouser from OpenClaw</source>
        <translation>Désinstaller le plugin zalouser d’OpenClaw</translation>
    </message>
    <message>
        <source>The plugin zalouser stays: it was there before the setup</source>
        <translation>Le plugin zalouser reste&#xa0;: il était là avant la configuration</translation>
    </message>
    <message>
        <source>The plugin zalouser is not installed any more</source>
        <translation>Le plugin zalouser n’est plus installé</translation>
    </message>
    <message>
        <source>The plugin that was there before is not put back: openclaw plugins install %1</source>
        <translation>Le plugin qui était là avant n’est pas remis&#xa0;: openclaw plugins install %1</translation>
    </message>
    <message>
        <source>Put OpenClaw&apos;s configuration back as it was before the setup</source>
        <translation>Remettre la configuration d’OpenClaw dans l’état d’avant</translation>
    </message>
    <message>
        <source>Take the channel zalouser out of OpenClaw&apos;s configuration; what was changed since stays</source>
        <translation>Retirer le canal zalouser de la configuration d’OpenClaw&#xa0;; ce qui a changé depuis reste</translation>
    </message>
    <message>
        <source>The setup is undone.</source>
        <translation>La configuration est annulée.</translation>
    </message>
    <message>
        <source>OpenClaw: %1
Its configuration: %2</source>
        <translation>OpenClaw&#xa0;: %1
Sa configuration&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>StateCause</name>
    <message>
        <source>Reconnecting to ask Zalo&apos;s history for missed messages.</source>
        <translation>Reconnexion pour demander à l’historique de Zalo les messages manqués.</translation>
    </message>
    <message>
        <source>Scheduled reconnect: this system does not tell whether the connection works.</source>
        <translation>Reconnexion programmée&#xa0;: ce système ne dit pas si la connexion fonctionne.</translation>
    </message>
    <message>
        <source>Reconnecting after sleep.</source>
        <translation>Reconnexion après la mise en veille.</translation>
    </message>
    <message>
        <source>Another program took the connection. Reconnecting once, in case it is gone again.</source>
        <translation>Un autre programme a pris la connexion. Nouvelle tentative, au cas où il l’aurait rendue.</translation>
    </message>
    <message>
        <source>Reconnecting after a command of Zalo Companion needed the connection.</source>
        <translation>Reconnexion après une commande de Zalo Companion qui avait besoin de la connexion.</translation>
    </message>
</context>
<context>
    <name>StatusActions</name>
    <message>
        <source>Log in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Find zca…</source>
        <translation>Chercher zca…</translation>
    </message>
    <message>
        <source>Resume sending now…</source>
        <translation>Reprendre l’envoi…</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>Tout recommencer…</translation>
    </message>
    <message>
        <source>Show Gateways…</source>
        <translation>Voir les passerelles…</translation>
    </message>
    <message>
        <source>Set up OpenClaw…</source>
        <translation>Configurer OpenClaw…</translation>
    </message>
    <message>
        <source>Update plugin…</source>
        <translation>Mettre le plugin à jour…</translation>
    </message>
    <message>
        <source>Show messages…</source>
        <translation>Voir les messages…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Show requests…</source>
        <translation>Voir les demandes…</translation>
    </message>
    <message>
        <source>Start Gateway…</source>
        <translation>Démarrer la passerelle…</translation>
    </message>
    <message>
        <source>Show chats…</source>
        <translation>Afficher les conversations…</translation>
    </message>
</context>
<context>
    <name>StatusPresenter</name>
    <message>
        <source>Zalo Companion – Demo</source>
        <translation>Zalo Companion – Démo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>%1, since %2</source>
        <translation>%1, depuis %2</translation>
    </message>
    <message>
        <source>%1; last confirmed %2</source>
        <translation>%1&#xa0;; dernière confirmation %2</translation>
    </message>
    <message numerus="yes">
        <source>%n to deliver</source>
        <translation>
            <numerusform>%n à remettre</numerusform>
            <numerusform>%n à remettre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not deliverable</source>
        <translation>
            <numerusform>%n impossible à remettre</numerusform>
            <numerusform>%n impossibles à remettre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uncertain</source>
        <translation>
            <numerusform>%n incertain</numerusform>
            <numerusform>%n incertains</numerusform>
        </translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Sending pauses until %1.</source>
        <translation>L’envoi est en pause jusqu’à %1.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Passerelle</translation>
    </message>
    <message>
        <source>none is connected</source>
        <translation>aucune n’est reliée</translation>
    </message>
    <message>
        <source>One waits for approval: zalo-companion gateways approve %1</source>
        <translation>Une attend une autorisation&#xa0;: zalo-companion gateways approve %1</translation>
    </message>
    <message>
        <source>Zalo Companion %1, process %2</source>
        <translation>Zalo Companion %1, processus %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>all people and messages are made up; nothing reaches Zalo</source>
        <translation>personnes et messages sont inventés&#xa0;; rien ne part vers Zalo</translation>
    </message>
    <message>
        <source>Delivering pending messages: %1 of %2.</source>
        <translation>Remise des messages en attente&#xa0;: %1 sur %2.</translation>
    </message>
    <message>
        <source>Start over with a new database; the damaged one is kept: zalo-companion reset --keep-damaged</source>
        <translation>Recommencez avec une nouvelle base de données&#xa0;; celle qui est endommagée est conservée&#xa0;: zalo-companion reset --keep-damaged</translation>
    </message>
    <message>
        <source>Its plugin %1 is older than Zalo Companion. Update it: zalo-companion setup-gateway</source>
        <translation>Son plugin %1 est plus ancien que Zalo Companion. Mettez-le à jour&#xa0;: zalo-companion setup-gateway</translation>
    </message>
    <message numerus="yes">
        <source>%n logins refused by Zalo.</source>
        <translation>
            <numerusform>%n connexion refusée par Zalo.</numerusform>
            <numerusform>%n connexions refusées par Zalo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed connections in a row.</source>
        <translation>
            <numerusform>%n tentative de connexion a échoué.</numerusform>
            <numerusform>%n tentatives de connexion de suite ont échoué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Prochaine tentative à %1.</translation>
    </message>
    <message>
        <source>Waiting until %1 logs in again: %2</source>
        <translation>En attente du retour de %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n too old to deliver</source>
        <translation>
            <numerusform>%n trop ancien pour être remis</numerusform>
            <numerusform>%n trop anciens pour être remis</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 à %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqué</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Pairing</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>See who asks, and answer: zalo-companion pairing</source>
        <translation>Voir les demandes et y répondre&#xa0;: zalo-companion pairing</translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n sans réponse</numerusform>
            <numerusform>%n sans réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n non envoyé</numerusform>
            <numerusform>%n non envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts of the Gateway share this profile: %1. Only the first gets its messages. Give each a profile of its own: channels.zalouser.accounts</source>
        <translation>Des comptes de la passerelle partagent ce profil&#xa0;: %1. Seul le premier reçoit ses messages. Donnez à chacun son propre profil&#xa0;: channels.zalouser.accounts</translation>
    </message>
</context>
<context>
    <name>WaitText</name>
    <message>
        <source>The bot is paused everywhere. Resume it on the overview.</source>
        <translation>Le bot est en pause partout. Reprenez-le sur la page Aperçu.</translation>
    </message>
    <message>
        <source>It belongs to another Zalo account. It goes on when that account is logged in again.</source>
        <translation>Il appartient à un autre compte Zalo. La suite vient quand ce compte est de nouveau connecté.</translation>
    </message>
    <message>
        <source>No Gateway is connected. It is delivered as soon as one is.</source>
        <translation>Aucune passerelle n’est connectée. Il sera remis dès qu’il y en aura une.</translation>
    </message>
    <message>
        <source>A Gateway waits for your approval on the overview.</source>
        <translation>Une passerelle attend votre accord sur la page Aperçu.</translation>
    </message>
    <message>
        <source>The Gateway does not answer. Retrying automatically.</source>
        <translation>La passerelle ne répond pas. Nouvel essai automatique.</translation>
    </message>
    <message>
        <source>Zalo asked for a pause. Sending goes on at %1.</source>
        <translation>Zalo demande une pause. L’envoi reprend à %1.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The display “%1” does not answer: running without windows.</source>
        <translation>L’écran «&#xa0;%1&#xa0;» ne répond pas&#xa0;: le programme tourne sans fenêtre.</translation>
    </message>
    <message>
        <source>There is no desktop here: running without windows.</source>
        <translation>Il n’y a pas de bureau ici&#xa0;: le programme tourne sans fenêtre.</translation>
    </message>
</context>
<context>
    <name>zalo::AccountChoice</name>
    <message>
        <source>All accounts</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>Of which account</source>
        <translation>De quel compte</translation>
    </message>
</context>
<context>
    <name>zalo::AccountNameDialog</name>
    <message>
        <source>Add account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Rename account</source>
        <translation>Renommer le compte</translation>
    </message>
    <message>
        <source>What do you call this account? Its QR code comes next.</source>
        <translation>Comment appelez-vous ce compte&#xa0;? Son code QR vient ensuite.</translation>
    </message>
    <message>
        <source>What do you call this account? Left empty, it has its name at Zalo.</source>
        <translation>Comment appelez-vous ce compte&#xa0;? Laissez vide pour garder son nom Zalo.</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Nom du compte</translation>
    </message>
    <message>
        <source>Shop Hà Nội</source>
        <translation>Boutique de Hanoï</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
</context>
<context>
    <name>zalo::AccountSwitcher</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
</context>
<context>
    <name>zalo::AccountsMenu</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityCommands</name>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>This message may have reached %1 already. Look in Zalo first. Send it again?</source>
        <translation>Ce message est peut-être déjà arrivé chez %1. Regardez d’abord dans Zalo. Le renvoyer&#xa0;?</translation>
    </message>
    <message>
        <source>Send this message to %1 again?</source>
        <translation>Renvoyer ce message à %1&#xa0;?</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>It was sent.</source>
        <translation>C’est envoyé.</translation>
    </message>
    <message>
        <source>It is delivered as soon as a Gateway is connected.</source>
        <translation>Il sera remis dès qu’une passerelle est connectée.</translation>
    </message>
    <message>
        <source>The Gateway has it already.</source>
        <translation>La passerelle l’a déjà.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>The bot will never see this message from %1.</source>
        <translation>Le bot ne verra jamais ce message de %1.</translation>
    </message>
    <message>
        <source>It was discarded.</source>
        <translation>Il est ignoré.</translation>
    </message>
    <message>
        <source>Bot paused in this chat. Messages wait.</source>
        <translation>Le bot est en pause dans cette conversation. Les messages attendent.</translation>
    </message>
    <message>
        <source>Bot resumed in this chat.</source>
        <translation>Le bot reprend dans cette conversation.</translation>
    </message>
    <message>
        <source>Discard message</source>
        <translation>Ignorer le message</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Deliver anyway</source>
        <translation>Remettre quand même</translation>
    </message>
    <message>
        <source>The bot will see every message of this account that is too old, and may answer each.</source>
        <translation>Le bot verra tous les messages trop anciens de ce compte et pourra répondre à chacun.</translation>
    </message>
    <message>
        <source>Deliver all</source>
        <translation>Tout remettre</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be delivered as soon as a Gateway is connected.</source>
        <translation>
            <numerusform>%n message sera remis dès qu’une passerelle sera connectée.</numerusform>
            <numerusform>%n messages seront remis dès qu’une passerelle sera connectée.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is listed as sent now.</source>
        <translation>Le message est maintenant noté comme envoyé.</translation>
    </message>
    <message>
        <source>This was settled already.</source>
        <translation>C’était déjà réglé.</translation>
    </message>
    <message>
        <source>It is handed to the bot again.</source>
        <translation>Le message est retransmis au bot.</translation>
    </message>
    <message>
        <source>The bot has it already.</source>
        <translation>Le bot l’a déjà.</translation>
    </message>
    <message>
        <source>Dismissed.</source>
        <translation>Ignoré.</translation>
    </message>
    <message>
        <source>The bot is set up for this already. Hand the message to it again.</source>
        <translation>Le bot est déjà configuré ainsi. Retransmettez-lui le message.</translation>
    </message>
    <message>
        <source>This changes in OpenClaw&apos;s configuration:</source>
        <translation>Dans la configuration d’OpenClaw, cela modifie&#xa0;:</translation>
    </message>
    <message>
        <source>OpenClaw writes the file anew; comments in it are lost.</source>
        <translation>OpenClaw réécrit le fichier&#xa0;; les commentaires qu’il contient seront perdus.</translation>
    </message>
    <message>
        <source>OpenClaw is changing its configuration…</source>
        <translation>OpenClaw modifie sa configuration…</translation>
    </message>
    <message>
        <source>Hand the message to the bot again?</source>
        <translation>Retransmettre le message au bot&#xa0;?</translation>
    </message>
    <message>
        <source>The change was undone.</source>
        <translation>La modification a été annulée.</translation>
    </message>
    <message>
        <source>The Gateway is asked to approve…</source>
        <translation>Demande d’autorisation à la passerelle…</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Autorisé.</translation>
    </message>
    <message>
        <source>The configuration was changed again since then. This change can no longer be undone here.</source>
        <translation>La configuration a été modifiée depuis. Cette modification ne peut plus être annulée ici.</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityDelegate</name>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>À %1</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityDetails</name>
    <message>
        <source>Send &amp;again…</source>
        <translation>Renvo&amp;yer…</translation>
    </message>
    <message>
        <source>&amp;Deliver anyway</source>
        <translation>Re&amp;mettre quand même</translation>
    </message>
    <message>
        <source>Disca&amp;rd</source>
        <translation>I&amp;gnorer</translation>
    </message>
    <message>
        <source>Show &amp;only this conversation</source>
        <translation>&amp;Seulement cette conversation</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>À %1</translation>
    </message>
    <message>
        <source>%1, written by %2</source>
        <translation>%1, écrit par %2</translation>
    </message>
    <message>
        <source>Conversation %1</source>
        <translation>Conversation %1</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Message %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed tries</source>
        <translation>
            <numerusform>%n essai sans succès</numerusform>
            <numerusform>%n essais sans succès</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Resume the bot here</source>
        <translation>&amp;Reprendre le bot ici</translation>
    </message>
    <message>
        <source>&amp;Pause the bot here</source>
        <translation>Mettre le bot en &amp;pause ici</translation>
    </message>
    <message>
        <source>Deliver a&amp;ll that are too old…</source>
        <translation>Remettre tous &amp;les messages trop anciens…</translation>
    </message>
    <message>
        <source>&amp;Hand to the bot again</source>
        <translation>Retrans&amp;mettre au bot</translation>
    </message>
    <message>
        <source>Dis&amp;miss</source>
        <translation>&amp;Ignorer</translation>
    </message>
    <message>
        <source>&amp;Undo the change</source>
        <translation>&amp;Annuler la modification</translation>
    </message>
    <message>
        <source>It arri&amp;ved</source>
        <translation>Il est &amp;bien arrivé</translation>
    </message>
    <message>
        <source>Appro&amp;ve pairing</source>
        <translation>Acce&amp;pter la demande</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityExport</name>
    <message>
        <source>written by you</source>
        <translation>écrit par vous</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Date et heure</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Écrit par</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>ID de la conversation</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>ID du message</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityModel</name>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>À %1</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityPage</name>
    <message>
        <source>Search messages and names</source>
        <translation>Message ou nom</translation>
    </message>
    <message>
        <source>Search the activity</source>
        <translation>Chercher dans l’activité</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Quels messages</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Action required</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Hors connexion</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Choose a message to see its details.</source>
        <translation>Choisissez un message pour voir ses détails.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>No matching activity.</source>
        <translation>Aucune activité correspondante.</translation>
    </message>
    <message>
        <source>No activity yet. Messages appear here as they arrive.</source>
        <translation>Aucune activité pour l’instant. Les messages s’affichent ici à leur arrivée.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Copier les détails</translation>
    </message>
    <message>
        <source>Codes, IDs and times for whoever helps you.</source>
        <translation>Codes, ID et dates pour la personne qui vous aide.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Write what is listed to a file for a spreadsheet.</source>
        <translation>Enregistrer cette liste dans un fichier pour tableur.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) exported.</source>
        <translation>
            <numerusform>%n message exporté.</numerusform>
            <numerusform>%n messages exportés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::ActivityRestriction</name>
    <message>
        <source>Only %1</source>
        <translation>Seulement %1</translation>
    </message>
    <message>
        <source>Only messages that the bot failed to answer</source>
        <translation>Seulement les messages auxquels le bot n’a pas pu répondre</translation>
    </message>
    <message>
        <source>Only messages that could not be sent</source>
        <translation>Seulement les messages qui n’ont pas pu être envoyés</translation>
    </message>
    <message>
        <source>Only messages that could not be delivered</source>
        <translation>Seulement les messages qui n’ont pas pu être remis</translation>
    </message>
    <message>
        <source>Only messages that got no answer in time</source>
        <translation>Seulement les messages restés trop longtemps sans réponse</translation>
    </message>
    <message>
        <source>Only messages that were possibly sent</source>
        <translation>Seulement les messages peut-être envoyés</translation>
    </message>
    <message>
        <source>Only messages that are waiting</source>
        <translation>Seulement les messages en attente</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Dismiss all…</source>
        <translation>Tout ignorer…</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityTabs</name>
    <message>
        <source>What is listed</source>
        <translation>Type de liste</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Tous les messages</translation>
    </message>
    <message>
        <source>Show texts</source>
        <translation>Afficher les textes</translation>
    </message>
</context>
<context>
    <name>zalo::ChainView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Message path</source>
        <translation>Parcours d’un message</translation>
    </message>
</context>
<context>
    <name>zalo::ConsoleStatus</name>
    <message>
        <source>Lines that nobody read: %1</source>
        <translation>Lignes que personne n’a lues&#xa0;: %1</translation>
    </message>
    <message>
        <source>Zalo Companion %1 is running as a demo, on simulated data. Stop it with Ctrl+C.</source>
        <translation>Zalo Companion %1 fonctionne en démonstration, sur des données simulées. Arrêtez-le avec Ctrl+C.</translation>
    </message>
    <message>
        <source>Zalo Companion %1 is running. Stop it with Ctrl+C, or with “zalo-companion quit”.</source>
        <translation>Zalo Companion %1 fonctionne. Arrêtez-le avec Ctrl+C, ou avec «&#xa0;zalo-companion quit&#xa0;».</translation>
    </message>
    <message>
        <source>The Gateway “%1” uses this companion from now on. If it is not yours: zalo-companion gateways revoke %2</source>
        <translation>La passerelle «&#xa0;%1&#xa0;» utilise désormais ce compagnon. Si elle n’est pas à vous&#xa0;: zalo-companion gateways revoke %2</translation>
    </message>
    <message>
        <source>The Gateway “%1” asks to use this companion. If it is yours: zalo-companion gateways approve %2</source>
        <translation>La passerelle «&#xa0;%1&#xa0;» demande à utiliser ce compagnon. Si elle est à vous&#xa0;: zalo-companion gateways approve %2</translation>
    </message>
    <message>
        <source>zca %1 at %2</source>
        <translation>zca %1, %2</translation>
    </message>
    <message>
        <source>No account yet. %1</source>
        <translation>Pas encore de compte. %1</translation>
    </message>
    <message>
        <source>Nothing keeps messages from being answered any more.</source>
        <translation>Plus rien n’empêche de répondre aux messages.</translation>
    </message>
</context>
<context>
    <name>zalo::ContactBrowser</name>
    <message>
        <source>ID %1</source>
        <translation>Identifiant %1</translation>
    </message>
    <message numerus="yes">
        <source>Group, %n members</source>
        <translation>
            <numerusform>Groupe, %n membre</numerusform>
            <numerusform>Groupe, %n membres</numerusform>
        </translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>Même nom</translation>
    </message>
    <message>
        <source>Search by name, phone or ID</source>
        <translation>Nom, téléphone ou identifiant</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>Chercher un contact</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Which contacts</source>
        <translation>Quels contacts</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Amis</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>A&amp;ctualiser</translation>
    </message>
    <message>
        <source>Ask Zalo for the current friends and groups</source>
        <translation>Demander à Zalo les amis et groupes actuels</translation>
    </message>
    <message>
        <source>No friends or groups yet. After the login they appear here.</source>
        <translation>Pas encore d’amis ni de groupes. Ils s’affichent ici après la connexion.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Rien ici.</translation>
    </message>
    <message>
        <source>No matches for “%1”.</source>
        <translation>Aucun résultat pour «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::ContactDetails</name>
    <message>
        <source>ID copied.</source>
        <translation>Identifiant copié.</translation>
    </message>
    <message>
        <source>Hello from OpenClaw</source>
        <translation>Bonjour depuis OpenClaw</translation>
    </message>
    <message>
        <source>The command was copied. Paste it into a terminal.</source>
        <translation>La commande est copiée. Collez-la dans un terminal.</translation>
    </message>
    <message>
        <source>Copied. Paste it under channels.zalouser.groups.</source>
        <translation>Copié. Collez-le sous channels.zalouser.groups.</translation>
    </message>
    <message>
        <source>Copied. Paste it into channels.zalouser.allowFrom.</source>
        <translation>Copié. Collez-le dans channels.zalouser.allowFrom.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Name on Zalo</source>
        <translation>Nom sur Zalo</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Another contact has the same name. The ID tells them apart.</source>
        <translation>Un autre contact porte le même nom. L’identifiant les distingue.</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>Copier l’&amp;identifiant</translation>
    </message>
    <message>
        <source>Copy send &amp;command</source>
        <translation>Copier la &amp;commande d’envoi</translation>
    </message>
    <message>
        <source>The command with which OpenClaw sends a message to this contact</source>
        <translation>La commande avec laquelle OpenClaw écrit à ce contact</translation>
    </message>
    <message>
        <source>Copy &amp;allowlist entry</source>
        <translation>Copier l’entrée d’&amp;autorisation</translation>
    </message>
    <message>
        <source>What stands for this contact in the settings of OpenClaw</source>
        <translation>Ce qui désigne ce contact dans les réglages d’OpenClaw</translation>
    </message>
    <message>
        <source>Send a &amp;test message…</source>
        <translation>Message d’&amp;essai…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copier l’identifiant</translation>
    </message>
    <message numerus="yes">
        <source>Group, %n members</source>
        <translation>
            <numerusform>Groupe, %n membre</numerusform>
            <numerusform>Groupe, %n membres</numerusform>
        </translation>
    </message>
    <message>
        <source>Friend, blocked</source>
        <translation>Ami bloqué</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Ami</translation>
    </message>
</context>
<context>
    <name>zalo::ContactsModel</name>
    <message>
        <source>%1, group</source>
        <translation>%1, groupe</translation>
    </message>
    <message>
        <source>%1, the same name as another contact</source>
        <translation>%1, même nom qu’un autre contact</translation>
    </message>
</context>
<context>
    <name>zalo::ContactsPage</name>
    <message>
        <source>Choose a contact to see its ID and what can be copied.</source>
        <translation>Choisissez un contact pour voir son identifiant et ce qui peut être copié.</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Envoyer un message d’essai</translation>
    </message>
    <message>
        <source>“%1” will be sent from your Zalo account to %2 (ID %3).</source>
        <translation>«&#xa0;%1&#xa0;» sera envoyé depuis votre compte Zalo à %2 (identifiant %3).</translation>
    </message>
    <message>
        <source>This is a test message from Zalo Companion.</source>
        <translation>Ceci est un message d’essai de Zalo Companion.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>The test message was sent.</source>
        <translation>Le message d’essai est envoyé.</translation>
    </message>
</context>
<context>
    <name>zalo::ConversationPane</name>
    <message>
        <source>Show &amp;details</source>
        <translation>Voir les &amp;détails</translation>
    </message>
    <message>
        <source>The &amp;bot answers here</source>
        <translation>Le &amp;bot répond ici</translation>
    </message>
    <message>
        <source>&amp;Take over for 1 hour</source>
        <translation>&amp;Prendre le relais 1 heure</translation>
    </message>
    <message>
        <source>The bot is silent in this chat for an hour. Messages wait for it.</source>
        <translation>Le bot se tait dans cette conversation pendant une heure. Les messages l’attendent.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>The bot answers here again.</source>
        <translation>Le bot répond de nouveau ici.</translation>
    </message>
    <message>
        <source>The bot is silent here until you switch it on again. Messages wait.</source>
        <translation>Le bot se tait ici jusqu’à ce que vous le réactiviez. Les messages attendent.</translation>
    </message>
    <message>
        <source>Answer in Zalo on your phone. The bot goes on by itself.</source>
        <translation>Répondez dans Zalo sur votre téléphone. Le bot reprendra de lui-même.</translation>
    </message>
</context>
<context>
    <name>zalo::ConversationsPage</name>
    <message>
        <source>Name or last message</source>
        <translation>Nom ou dernier message</translation>
    </message>
    <message>
        <source>Search the conversations</source>
        <translation>Chercher dans les conversations</translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation>Quelles conversations</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Choose a conversation to read it.</source>
        <translation>Choisissez une conversation pour la lire.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Action required</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Paused (%1)</source>
        <translation>En pause (%1)</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>No matching conversations.</source>
        <translation>Aucune conversation correspondante.</translation>
    </message>
    <message>
        <source>No conversations yet. They appear here as messages arrive.</source>
        <translation>Aucune conversation pour l’instant. Elles apparaîtront ici à l’arrivée des messages.</translation>
    </message>
</context>
<context>
    <name>zalo::DataSection</name>
    <message>
        <source>All messages and their results, contacts and their pictures, missed times, and the keys of Gateways are deleted. Then the program restarts.</source>
        <translation>Tous les messages et leur suivi, les contacts et leurs photos, les interruptions et les clés des passerelles sont supprimés. Puis le programme redémarre.</translation>
    </message>
    <message>
        <source>Your settings stay. So does the login to Zalo, which zca keeps: log out first to end it too.</source>
        <translation>Vos réglages restent. La connexion à Zalo aussi, car zca la garde&#xa0;: déconnectez-vous d’abord pour y mettre fin.</translation>
    </message>
    <message>
        <source>A Gateway that was let in stays out until you let it ask again on its own side; its status there says how.</source>
        <translation>Une passerelle déjà acceptée reste dehors tant que vous ne lui permettez pas, de son côté, de redemander l’accès&#xa0;; son état y indique comment.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are still pending and would be lost.</source>
        <translation>
            <numerusform>%n message attend encore et serait perdu.</numerusform>
            <numerusform>%n messages attendent encore et seraient perdus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete all data</source>
        <translation>Supprimer toutes les données</translation>
    </message>
    <message>
        <source>Stored data</source>
        <translation>Données enregistrées</translation>
    </message>
    <message>
        <source>Pending messages are always kept.</source>
        <translation>Les messages en attente sont toujours conservés.</translation>
    </message>
    <message>
        <source>&amp;Keep finished messages for</source>
        <translation>&amp;Garder les messages traités pendant</translation>
    </message>
    <message>
        <source>Keep finished messages for</source>
        <translation>Garder les messages traités pendant</translation>
    </message>
    <message>
        <source>&amp;Delete all data…</source>
        <translation>&amp;Supprimer toutes les données…</translation>
    </message>
    <message>
        <source>Delete all data…</source>
        <translation>Supprimer toutes les données…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Deli&amp;ver messages that waited up to</source>
        <translation>Remettre les messages ayant attendu &amp;jusqu’à</translation>
    </message>
    <message>
        <source>Older messages stay in the activity until you have them delivered.</source>
        <translation>Les plus anciens restent dans l’activité jusqu’à ce que vous les fassiez remettre.</translation>
    </message>
    <message>
        <source>Deliver messages that waited up to</source>
        <translation>Remettre les messages ayant attendu jusqu’à</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::DismissAll</name>
    <message>
        <source>There is nothing left to dismiss.</source>
        <translation>Il n’y a plus rien à ignorer.</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n message(s) that could not be sent? They are not sent any more.</source>
        <translation>
            <numerusform>Ignorer %n message qui n’a pas pu être envoyé&#xa0;? Il ne sera plus envoyé.</numerusform>
            <numerusform>Ignorer %n messages qui n’ont pas pu être envoyés&#xa0;? Ils ne seront plus envoyés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n message(s) that the bot did not get? It will never see them.</source>
        <translation>
            <numerusform>Ignorer %n message que le bot n’a pas reçu&#xa0;? Il ne le verra jamais.</numerusform>
            <numerusform>Ignorer %n messages que le bot n’a pas reçus&#xa0;? Il ne les verra jamais.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Tout ignorer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) dismissed.</source>
        <translation>
            <numerusform>%n message ignoré.</numerusform>
            <numerusform>%n messages ignorés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n message(s) that the bot failed to answer? Whoever wrote them gets no answer.</source>
        <translation>
            <numerusform>Ignorer %n message auquel le bot n’a pas pu répondre&#xa0;? La personne qui l’a écrit ne recevra pas de réponse.</numerusform>
            <numerusform>Ignorer %n messages auxquels le bot n’a pas pu répondre&#xa0;? Les personnes qui les ont écrits ne recevront pas de réponse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation>Rien n’est supprimé.</translation>
    </message>
</context>
<context>
    <name>zalo::EchoGateway</name>
    <message>
        <source>Demo Gateway (echo)</source>
        <translation>Passerelle de démo (écho)</translation>
    </message>
    <message>
        <source>Echo: thank you for the picture!</source>
        <translation>Écho&#xa0;: merci pour l’image&#xa0;!</translation>
    </message>
    <message>
        <source>Echo: %1</source>
        <translation>Écho&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nobody mentioned the bot in this group.</source>
        <translation>Personne n’a mentionné le bot dans ce groupe.</translation>
    </message>
    <message>
        <source>You can talk to the bot now.</source>
        <translation>Vous pouvez parler au bot maintenant.</translation>
    </message>
</context>
<context>
    <name>zalo::GatewayList</name>
    <message>
        <source>connected</source>
        <translation>connectée</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>vue pour la dernière fois&#xa0;: %1</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>pas encore vue</translation>
    </message>
    <message>
        <source>No Gateway has connected yet.</source>
        <translation>Aucune passerelle ne s’est encore connectée.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Révoquer</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>Révoquer %1</translation>
    </message>
    <message>
        <source>connected, with the outdated plugin %1</source>
        <translation>connectée, avec le plugin %1, qui n’est pas à jour</translation>
    </message>
    <message>
        <source>Update plugin…</source>
        <translation>Mettre le plugin à jour…</translation>
    </message>
    <message>
        <source>Update the plugin of %1</source>
        <translation>Mettre à jour le plugin de %1</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
    <message>
        <source>Revoke “%1”?</source>
        <translation>Révoquer «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>It is disconnected at once, and the bot does not answer through it any more. To come back it has to ask again on its own side, and you have to approve it here.</source>
        <translation>Elle est déconnectée aussitôt, et le bot ne répond plus par elle. Pour revenir, elle doit redemander de son côté, et vous devez l&apos;autoriser ici.</translation>
    </message>
</context>
<context>
    <name>zalo::GatewayLogView</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>The latest lines of OpenClaw&apos;s log. What people write is left out, secrets are masked.</source>
        <translation>Les dernières lignes du journal d’OpenClaw. Ce que les gens écrivent est omis, les secrets sont masqués.</translation>
    </message>
    <message>
        <source>The Gateway&apos;s log</source>
        <translation>Journal de la passerelle</translation>
    </message>
    <message>
        <source>There is nothing in it yet.</source>
        <translation>Il est encore vide.</translation>
    </message>
</context>
<context>
    <name>zalo::GatewayPage</name>
    <message>
        <source>Gateway</source>
        <translation>Passerelle</translation>
    </message>
</context>
<context>
    <name>zalo::GatewayPanel</name>
    <message>
        <source>Stop the Gateway?</source>
        <translation>Arrêter la passerelle&#xa0;?</translation>
    </message>
    <message>
        <source>Customers get no answer until it is started again. What they write meanwhile is kept here and waits.</source>
        <translation>Les clients ne reçoivent aucune réponse tant qu’elle n’est pas redémarrée. Ce qu’ils écrivent entre-temps est conservé ici, en attente.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Restart the Gateway?</source>
        <translation>Redémarrer la passerelle&#xa0;?</translation>
    </message>
    <message>
        <source>Customers get no answer until it runs again, which can take a minute. What they write meanwhile is kept here and answered then.</source>
        <translation>Les clients ne reçoivent aucune réponse jusqu’à ce qu’elle tourne à nouveau, ce qui peut prendre une minute. Ce qu’ils écrivent entre-temps est conservé ici et reçoit une réponse ensuite.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Start the Gateway with the session?</source>
        <translation>Démarrer la passerelle avec la session&#xa0;?</translation>
    </message>
    <message>
        <source>OpenClaw installs a systemd service for your user. The Gateway then starts with your session and is restarted if it fails. To undo it, run: openclaw gateway uninstall</source>
        <translation>OpenClaw installe un service systemd pour votre compte. La passerelle démarre alors avec votre session et est relancée en cas d’échec. Pour annuler, exécutez&#xa0;: openclaw gateway uninstall</translation>
    </message>
    <message>
        <source>Install and start</source>
        <translation>Installer et démarrer</translation>
    </message>
    <message>
        <source>No browser could be opened. Run in a terminal: openclaw dashboard</source>
        <translation>Impossible d’ouvrir un navigateur. Exécutez dans un terminal&#xa0;: openclaw dashboard</translation>
    </message>
    <message>
        <source>Start Gateway</source>
        <translation>Démarrer la passerelle</translation>
    </message>
    <message>
        <source>Open Control UI</source>
        <translation>Ouvrir Control UI</translation>
    </message>
    <message>
        <source>Start with the session…</source>
        <translation>Démarrer avec la session…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
</context>
<context>
    <name>zalo::GatewaySection</name>
    <message>
        <source>Their keys are kept in the desktop&apos;s keychain.</source>
        <translation>Leurs clés sont gardées dans le trousseau du bureau.</translation>
    </message>
    <message>
        <source>Their keys are kept in a file that only you can read: there is no keychain here.</source>
        <translation>Leurs clés sont gardées dans un fichier que vous seul pouvez lire&#xa0;: il n’y a pas de trousseau ici.</translation>
    </message>
    <message>
        <source>Their keys cannot be read. Unlock the desktop&apos;s keychain.</source>
        <translation>Leurs clés ne peuvent pas être lues. Déverrouillez le trousseau du bureau.</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Les passerelles</translation>
    </message>
    <message>
        <source>They read and write messages with this account. The first Gateway is trusted automatically; every other one waits for your approval. One that you revoke stays out until you let it ask again on its own side; its status there says how.</source>
        <translation>Elles lisent et écrivent des messages avec ce compte. La première passerelle est acceptée automatiquement&#xa0;; chaque autre attend votre accord. Une passerelle révoquée reste dehors tant que vous ne lui permettez pas, de son côté, de redemander l’accès&#xa0;; son état y indique comment.</translation>
    </message>
    <message>
        <source>Set &amp;up OpenClaw on this computer…</source>
        <translation>Configurer &amp;OpenClaw sur cet ordinateur…</translation>
    </message>
    <message>
        <source>Set up OpenClaw on this computer…</source>
        <translation>Configurer OpenClaw sur cet ordinateur…</translation>
    </message>
    <message>
        <source>U&amp;ndo the setup…</source>
        <translation>A&amp;nnuler la configuration…</translation>
    </message>
    <message>
        <source>Undo the setup…</source>
        <translation>Annuler la configuration…</translation>
    </message>
</context>
<context>
    <name>zalo::GroupMembersModel</name>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Adjoint</translation>
    </message>
</context>
<context>
    <name>zalo::LocalData</name>
    <message>
        <source>the data file is not damaged</source>
        <translation>le fichier de données n’est pas endommagé</translation>
    </message>
</context>
<context>
    <name>zalo::LoginPage</name>
    <message>
        <source>Log out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Log out of %1 here? The bot stops, and the contacts are deleted from this computer.</source>
        <translation>Déconnecter %1 ici&#xa0;? Le bot s’arrête et les contacts sont supprimés de cet ordinateur.</translation>
    </message>
    <message>
        <source>Log in to Zalo</source>
        <translation>Se connecter à Zalo</translation>
    </message>
    <message>
        <source>Zalo allows one such login: opening Zalo Web or Zalo PC ends this one.</source>
        <translation>Zalo n’autorise qu’une connexion de ce type&#xa0;: ouvrir Zalo Web ou Zalo PC met fin à celle-ci.</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
</context>
<context>
    <name>zalo::LoginSteps</name>
    <message>
        <source>1.  Open Zalo on your phone.</source>
        <translation>1.  Ouvrez Zalo sur votre téléphone.</translation>
    </message>
    <message>
        <source>2.  Tap the QR sign at the top of the screen.</source>
        <translation>2.  Touchez le symbole QR en haut de l’écran.</translation>
    </message>
    <message>
        <source>3.  Point the camera at the code, then tap “Log in” in Zalo.</source>
        <translation>3.  Visez le code avec l’appareil photo, puis touchez «&#xa0;Đăng nhập / Log in&#xa0;» dans Zalo.</translation>
    </message>
</context>
<context>
    <name>zalo::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Demo: all people and messages are made up. Nothing reaches Zalo.</source>
        <translation>Démo&#xa0;: personnes et messages sont inventés. Rien ne part vers Zalo.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Passerelle</translation>
    </message>
</context>
<context>
    <name>zalo::NotificationRules</name>
    <message>
        <source>A Gateway uses this companion now</source>
        <translation>Une passerelle utilise maintenant Zalo Companion</translation>
    </message>
    <message>
        <source>“%1” was the first Gateway and is trusted automatically. Not yours?</source>
        <translation>«&#xa0;%1&#xa0;» est arrivée la première et a été acceptée automatiquement. Ce n’est pas la vôtre&#xa0;?</translation>
    </message>
    <message>
        <source>A Gateway wants to connect</source>
        <translation>Une passerelle veut se connecter</translation>
    </message>
    <message>
        <source>“%1” wants to use this companion.</source>
        <translation>«&#xa0;%1&#xa0;» veut utiliser Zalo Companion.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Cela n’a pas marché</translation>
    </message>
    <message>
        <source>%1 asks whether the bot may answer</source>
        <translation>%1 voudrait parler au bot</translation>
    </message>
    <message>
        <source>Nobody has approved this person yet.</source>
        <translation>Personne n’a encore autorisé ce contact.</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
</context>
<context>
    <name>zalo::NotificationSection</name>
    <message>
        <source>zca and keys</source>
        <translation>zca et les clés</translation>
    </message>
    <message>
        <source>Message storage</source>
        <translation>Stockage des messages</translation>
    </message>
    <message>
        <source>Connection to Zalo</source>
        <translation>Connexion à Zalo</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Passerelle</translation>
    </message>
    <message>
        <source>Customers who are waiting</source>
        <translation>Clients qui attendent</translation>
    </message>
    <message>
        <source>Messages that need a decision</source>
        <translation>Messages qui attendent votre décision</translation>
    </message>
    <message>
        <source>People who ask whether the bot may answer</source>
        <translation>Personnes qui demandent si le bot peut répondre</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>One for each problem that needs you. The desktop&apos;s “Do not disturb” is respected.</source>
        <translation>Une pour chaque problème qui demande votre intervention. Le mode «&#xa0;Ne pas déranger&#xa0;» du bureau est respecté.</translation>
    </message>
    <message>
        <source>Notify me about: %1</source>
        <translation>Me prévenir&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>zalo::OverviewPage</name>
    <message>
        <source>No account yet</source>
        <translation>Pas encore de compte</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>None recorded.</source>
        <translation>Aucune n’est enregistrée.</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>toujours en cours</translation>
    </message>
    <message>
        <source>To be delivered</source>
        <translation>À remettre</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Last message in</source>
        <translation>Dernier message reçu</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>Non remis</translation>
    </message>
    <message>
        <source>Possibly sent</source>
        <translation>Peut-être envoyé</translation>
    </message>
    <message>
        <source>Last message out</source>
        <translation>Dernier message envoyé</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copier l’identifiant</translation>
    </message>
    <message>
        <source>Last confirmed: when Zalo last answered on this connection.</source>
        <translation>Vérifiée&#xa0;: dernière réponse de Zalo sur cette connexion.</translation>
    </message>
    <message>
        <source>Copy the account&apos;s ID</source>
        <translation>Copier l’identifiant du compte</translation>
    </message>
    <message>
        <source>Missed time</source>
        <translation>Interruptions</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Rien pour l’instant.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Delivering pending messages: %1 of %2</source>
        <translation>Remise des messages en attente&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Zalo repeats nothing by itself. Where zca can, messages of these times are asked of its history; others are only on your phone.</source>
        <translation>Zalo ne répète rien de lui-même. Si zca sait le faire, les messages de ces moments sont demandés à son historique&#xa0;; les autres ne sont que sur votre téléphone.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>zalo::PairingPanel</name>
    <message>
        <source>Approved. The bot answers %1 from the next message on.</source>
        <translation>Autorisé. Le bot répond à %1 à partir du prochain message.</translation>
    </message>
    <message>
        <source>Dismiss the request of %1?</source>
        <translation>Ignorer la demande de %1&#xa0;?</translation>
    </message>
    <message>
        <source>Nobody is told. Whoever writes again asks again.</source>
        <translation>La personne n’en est pas informée. Si elle écrit de nouveau, une nouvelle demande arrivera.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Dismissed.</source>
        <translation>Demande ignorée.</translation>
    </message>
    <message>
        <source>Show messages</source>
        <translation>Afficher les messages</translation>
    </message>
    <message>
        <source>Hide messages</source>
        <translation>Masquer les messages</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>En attente de votre accord</translation>
    </message>
</context>
<context>
    <name>zalo::PairingRow</name>
    <message>
        <source>Approve</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Autoriser %1</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Ignorer…</translation>
    </message>
    <message>
        <source>Dismiss the request of %1</source>
        <translation>Ignorer la demande de %1</translation>
    </message>
</context>
<context>
    <name>zalo::PendingGateways</name>
    <message>
        <source>“%1” wants to read and write messages with this account. Approve it only if it is yours.</source>
        <translation>«&#xa0;%1&#xa0;» veut lire et écrire des messages avec ce compte. Autorisez-la seulement si elle est à vous.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Autoriser %1</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>Refuser %1</translation>
    </message>
    <message>
        <source>It stays out. It may ask again later, each time after a longer pause.</source>
        <translation>Elle reste dehors. Elle pourra redemander plus tard, après une pause plus longue à chaque fois.</translation>
    </message>
</context>
<context>
    <name>zalo::QrPanel</name>
    <message>
        <source>A new code is on its way…</source>
        <translation>Un nouveau code arrive…</translation>
    </message>
    <message>
        <source>A new code comes in %1:%2</source>
        <translation>Nouveau code dans %1:%2</translation>
    </message>
    <message>
        <source>The image is on the clipboard. Send it only to yourself.</source>
        <translation>L’image est copiée. Ne l’envoyez qu’à vous-même.</translation>
    </message>
    <message>
        <source>Save the QR code</source>
        <translation>Enregistrer le code QR</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved. Delete the file after the login.</source>
        <translation>Enregistré. Supprimez le fichier après la connexion.</translation>
    </message>
    <message>
        <source>The image could not be saved there.</source>
        <translation>L’image n’a pas pu être enregistrée là.</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Save image…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Copy the image of the QR code</source>
        <translation>Copier l’image du code QR</translation>
    </message>
    <message>
        <source>Save the image of the QR code</source>
        <translation>Enregistrer l’image du code QR</translation>
    </message>
    <message>
        <source>Cancel the login</source>
        <translation>Annuler la connexion</translation>
    </message>
    <message>
        <source>QR code to scan with Zalo</source>
        <translation>Code QR à scanner avec Zalo</translation>
    </message>
    <message>
        <source>Simulate scan</source>
        <translation>Simuler le scan</translation>
    </message>
    <message>
        <source>Simulate a scan of the code</source>
        <translation>Simuler le scan du code</translation>
    </message>
</context>
<context>
    <name>zalo::RecentActivity</name>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>moins de 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>Since yesterday, %1</source>
        <translation>Depuis hier, %1</translation>
    </message>
    <message>
        <source>Messages in</source>
        <translation>Messages reçus</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Avec réponse</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Missed time</source>
        <translation>Interruptions</translation>
    </message>
</context>
<context>
    <name>zalo::RecentChatsMenu</name>
    <message>
        <source>Pause the bot in</source>
        <translation>Mettre le bot en pause avec</translation>
    </message>
</context>
<context>
    <name>zalo::RemoveAccountDialog</name>
    <message>
        <source>Keep its messages</source>
        <translation>Garder ses messages</translation>
    </message>
    <message>
        <source>Erase its messages, too. This cannot be undone.</source>
        <translation>Effacer aussi ses messages. C’est irréversible.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>The bot stops for %1. The account is logged out here, and its contacts are deleted from this computer. On the phone nothing changes.</source>
        <translation>Le bot s’arrête pour %1. Le compte est déconnecté ici, et ses contacts sont supprimés de cet ordinateur. Rien ne change sur le téléphone.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) still wait to be delivered or sent.</source>
        <translation>
            <numerusform>%n message attend encore d’être remis ou envoyé.</numerusform>
            <numerusform>%n messages attendent encore d’être remis ou envoyés.</numerusform>
        </translation>
    </message>
    <message>
        <source>While the Gateway&apos;s configuration names the profile “%1”, the Gateway takes the account up again, and it comes back here as not logged in. Remove it there, too: openclaw channels remove --channel zalouser --account %1</source>
        <translation>Tant que la configuration de la passerelle nomme le profil «&#xa0;%1&#xa0;», la passerelle reprend ce compte, et il réapparaît ici, non connecté. Retirez-le aussi là-bas&#xa0;: openclaw channels remove --channel zalouser --account %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>zalo::RequestsMenu</name>
    <message>
        <source>Waiting for approval</source>
        <translation>En attente de votre accord</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Autoriser %1</translation>
    </message>
    <message>
        <source>Show what they wrote…</source>
        <translation>Voir leurs messages…</translation>
    </message>
</context>
<context>
    <name>zalo::SessionController</name>
    <message>
        <source>a login or logout is under way</source>
        <translation>une connexion ou déconnexion est en cours</translation>
    </message>
    <message>
        <source>a logout is under way</source>
        <translation>une déconnexion est en cours</translation>
    </message>
    <message>
        <source>another person logged in, and the window asks what to do</source>
        <translation>une autre personne s’est connectée, et la fenêtre demande que faire</translation>
    </message>
</context>
<context>
    <name>zalo::SettingsPage</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Choose the program zca</source>
        <translation>Choisir le programme zca</translation>
    </message>
    <message>
        <source>Searching for zca…</source>
        <translation>Recherche de zca…</translation>
    </message>
    <message>
        <source>Version %1 at %2 is used.</source>
        <translation>La version %1 est utilisée&#xa0;: %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>&amp;Start when I log in to this computer</source>
        <translation>&amp;Démarrer quand j’ouvre ma session</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>Démarrer quand j’ouvre ma session</translation>
    </message>
    <message>
        <source>&amp;Program zca</source>
        <translation>&amp;Programme zca</translation>
    </message>
    <message>
        <source>Path of the program zca</source>
        <translation>Chemin du programme zca</translation>
    </message>
    <message>
        <source>Detected automatically</source>
        <translation>Détecté automatiquement</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Browse for the program zca</source>
        <translation>Parcourir pour trouver le programme zca</translation>
    </message>
    <message>
        <source>&amp;Messages per minute</source>
        <translation>&amp;Messages par minute</translation>
    </message>
    <message>
        <source>Messages per minute</source>
        <translation>Messages par minute</translation>
    </message>
    <message>
        <source>Average rate; short bursts are possible. Zalo may lock accounts that send faster than people do.</source>
        <translation>C’est un rythme moyen&#xa0;; de courtes rafales sont possibles. Zalo peut bloquer les comptes qui envoient plus vite qu’une personne.</translation>
    </message>
    <message>
        <source>Pause the &amp;bot for a while in a chat in which I write myself</source>
        <translation>Mettre le &amp;bot en pause un moment dans une conversation où j’écris moi-même</translation>
    </message>
    <message>
        <source>Pause the bot for a while in a chat in which I write myself</source>
        <translation>Mettre le bot en pause un moment dans une conversation où j’écris moi-même</translation>
    </message>
    <message>
        <source>Show message te&amp;xts</source>
        <translation>Afficher le te&amp;xte des messages</translation>
    </message>
    <message>
        <source>Show message texts</source>
        <translation>Afficher le texte des messages</translation>
    </message>
    <message>
        <source>When this is off, Activity says only that there is a message until you ask for the text.</source>
        <translation>Si cette option est désactivée, la page Activité signale seulement les messages, jusqu’à ce que vous demandiez leur texte.</translation>
    </message>
</context>
<context>
    <name>zalo::SetupCommand</name>
    <message>
        <source>All of it is done already; nothing is changed.</source>
        <translation>Tout est déjà fait&#xa0;; rien ne change.</translation>
    </message>
    <message>
        <source>Nothing was done yet. To do it: add --yes</source>
        <translation>Rien n’est encore fait. Pour le faire&#xa0;: ajoutez --yes</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Rien n’a été fait.</translation>
    </message>
</context>
<context>
    <name>zalo::SetupDialog</name>
    <message>
        <source>Undo the setup of OpenClaw</source>
        <translation>Annuler la configuration d’OpenClaw</translation>
    </message>
    <message>
        <source>Set up OpenClaw</source>
        <translation>Configurer OpenClaw</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler la configuration</translation>
    </message>
    <message>
        <source>&amp;Set up</source>
        <translation>&amp;Configurer</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Looking for OpenClaw…</source>
        <translation>Recherche d’OpenClaw…</translation>
    </message>
    <message>
        <source>Already set up. You can test the connection.</source>
        <translation>Tout est déjà configuré. Vous pouvez tester la connexion.</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>This takes up to a minute.</source>
        <translation>Cela prend jusqu’à une minute.</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Vérifier à nouveau</translation>
    </message>
</context>
<context>
    <name>zalo::SetupSteps</name>
    <message>
        <source>to do</source>
        <translation>à faire</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
</context>
<context>
    <name>zalo::StatusActionHandler</name>
    <message>
        <source>Resume sending now?</source>
        <translation>Reprendre l’envoi maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Zalo asked this account to pause. Accounts that keep sending may be locked, for hours or for good. Waiting is the safe choice.</source>
        <translation>Zalo a demandé une pause à ce compte. Un compte qui continue d’envoyer peut être bloqué, pour des heures ou pour toujours. Attendre est le choix le plus sûr.</translation>
    </message>
    <message>
        <source>Resume sending now</source>
        <translation>Reprendre l’envoi</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Tout recommencer</translation>
    </message>
    <message>
        <source>The program restarts with a new database. Messages that were received but not delivered stay in the damaged one, which is kept beside it.</source>
        <translation>Le programme redémarre avec une nouvelle base de données. Les messages reçus mais non remis restent dans la base endommagée, conservée à côté.</translation>
    </message>
</context>
<context>
    <name>zalo::TerminalCommand</name>
    <message>
        <source>connected</source>
        <translation>connectée</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>autorisée</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>attend une autorisation</translation>
    </message>
    <message>
        <source>No Gateway has used this companion yet.</source>
        <translation>Aucune passerelle n’a encore utilisé Zalo Companion.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>C’est fait.</translation>
    </message>
    <message>
        <source>This deletes all messages and what became of them, contacts and their pictures, gaps, and the keys of Gateways. Settings stay, and so does zca&apos;s login to Zalo: end it first with “openclaw channels logout --channel zalouser”. A Gateway that was let in stays out until you let it ask again on its own side: “openclaw channels status --probe” says how.</source>
        <translation>Ceci supprime tous les messages et leur suivi, les contacts et leurs photos, les interruptions et les clés des passerelles. Les réglages restent, ainsi que la connexion de zca à Zalo&#xa0;: pour y mettre fin, lancez d’abord «&#xa0;openclaw channels logout --channel zalouser&#xa0;». Une passerelle déjà acceptée reste dehors tant que vous ne lui permettez pas, de son côté, de redemander l’accès&#xa0;: «&#xa0;openclaw channels status --probe&#xa0;» indique comment.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that wait would be lost.</source>
        <translation>
            <numerusform>%n message en attente serait perdu.</numerusform>
            <numerusform>%n messages en attente seraient perdus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done yet. To do it: zalo-companion reset --yes</source>
        <translation>Rien n’a encore été fait. Pour le faire&#xa0;: zalo-companion reset --yes</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Connecté.</translation>
    </message>
    <message>
        <source>Not connected yet; it goes on trying. What becomes of it: zalo-companion status</source>
        <translation>Pas encore connecté&#xa0;; les essais continuent. Pour suivre&#xa0;: zalo-companion status</translation>
    </message>
</context>
<context>
    <name>zalo::TerminalQuestion</name>
    <message>
        <source>Do this? [y/N]</source>
        <extracomment>The first letter of “yes” is understood in this language, and y in each.</extracomment>
        <translation>Le faire&#xa0;? [o/N]</translation>
    </message>
    <message>
        <source>y</source>
        <extracomment>The first letter of “yes”, in small letters.</extracomment>
        <translation>o</translation>
    </message>
</context>
<context>
    <name>zalo::TrayIcon</name>
    <message>
        <source>Contacts…</source>
        <translation>Contacts…</translation>
    </message>
    <message>
        <source>Activity…</source>
        <translation>Activité…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Pause the bot</source>
        <translation>Mettre le bot en pause</translation>
    </message>
    <message>
        <source>Who is waiting…</source>
        <translation>Voir qui attend…</translation>
    </message>
    <message>
        <source>Since yesterday evening…</source>
        <translation>Depuis hier soir…</translation>
    </message>
</context>
<context>
    <name>zalo::UiController</name>
    <message>
        <source>There is no system tray here, so the window is only minimised; messages are still relayed. To quit, press Ctrl+Q.</source>
        <translation>Il n’y a pas de zone de notification ici&#xa0;: la fenêtre est seulement réduite et les messages sont toujours relayés. Pour quitter, appuyez sur Ctrl+Q.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Cela n’a pas marché</translation>
    </message>
</context>
<context>
    <name>zalo::WaitingAccounts</name>
    <message>
        <source>Discard…</source>
        <translation>Ignorer…</translation>
    </message>
    <message>
        <source>Discard what waits for %1</source>
        <translation>Ignorer ce qui attend %1</translation>
    </message>
    <message>
        <source>These messages are neither delivered nor sent any more. They stay in the activity.</source>
        <translation>Ces messages ne seront plus ni remis ni envoyés. Ils restent dans l’activité.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Ignorer</translation>
    </message>
</context>
</TS>
