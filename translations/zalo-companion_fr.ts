<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Error</name>
    <message>
        <source>The program zca was not found. Install it with “npm install -g openzca”, or set ZALO_COMPANION_ZCA to its path.</source>
        <translation>Le programme zca est introuvable. Installez-le avec « npm install -g openzca », ou indiquez son chemin dans ZALO_COMPANION_ZCA.</translation>
    </message>
    <message>
        <source>%1 may not be run. Make it executable with “chmod +x”, or set ZALO_COMPANION_ZCA to another zca.</source>
        <translation>%1 ne peut pas être exécuté. Rendez-le exécutable avec « chmod +x », ou indiquez un autre zca dans ZALO_COMPANION_ZCA.</translation>
    </message>
    <message>
        <source>The program found as zca does not answer as zca does (%1). Try “zca --version” in a terminal, and install it again if that fails too.</source>
        <translation>Le programme trouvé sous le nom zca ne répond pas comme zca (%1). Essayez « zca --version » dans un terminal, et réinstallez-le si cela échoue aussi.</translation>
    </message>
    <message>
        <source>zca reported an error: %1</source>
        <translation>zca a signalé une erreur : %1</translation>
    </message>
    <message>
        <source>This version of zca does not understand a call (%1). Update zca.</source>
        <translation>Cette version de zca ne comprend pas un appel (%1). Mettez zca à jour.</translation>
    </message>
    <message>
        <source>zca printed more than any answer needs (%1), so it was stopped.</source>
        <translation>zca a écrit plus que n&apos;en demande une réponse (%1) ; il a été arrêté.</translation>
    </message>
    <message>
        <source>Nobody is logged in to Zalo here. Log in with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Personne n&apos;est connecté à Zalo ici. Connectez-vous avec le code QR : openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Zalo ended this login. Log in again with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Zalo a mis fin à cette connexion. Reconnectez-vous avec le code QR : openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere (Zalo Web or PC), which ended the connection here. Close it there and reconnect: zalo-companion reconnect</source>
        <translation>Zalo a été ouvert ailleurs (Zalo Web ou PC), ce qui a coupé la connexion ici. Fermez-le là-bas puis reconnectez : zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Another program uses this Zalo login. Stop that program, then reconnect: zalo-companion reconnect</source>
        <translation>Un autre programme utilise cette connexion Zalo. Arrêtez-le, puis reconnectez : zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Zalo cannot be reached. Check the internet connection; it is tried again by itself.</source>
        <translation>Zalo est injoignable. Vérifiez la connexion internet ; une nouvelle tentative a lieu d&apos;elle-même.</translation>
    </message>
    <message>
        <source>Zalo refused: %1</source>
        <translation>Zalo a refusé : %1</translation>
    </message>
    <message>
        <source>Zalo asks for a pause: too many requests. Sending goes on by itself later.</source>
        <translation>Zalo demande une pause : trop de requêtes. L&apos;envoi reprendra de lui-même plus tard.</translation>
    </message>
    <message>
        <source>There is no such friend or group. Look the id up: openclaw directory peers list --channel zalouser</source>
        <translation>Cet ami ou ce groupe n&apos;existe pas. Cherchez l&apos;identifiant : openclaw directory peers list --channel zalouser</translation>
    </message>
    <message>
        <source>zca ended without saying that the message was sent. Look in Zalo whether it arrived before you send it again.</source>
        <translation>zca s&apos;est terminé sans dire que le message était parti. Vérifiez dans Zalo s&apos;il est arrivé avant de l&apos;envoyer de nouveau.</translation>
    </message>
    <message>
        <source>The login was declined on the phone. Start it again and tap “Log in” on the phone.</source>
        <translation>La connexion a été refusée sur le téléphone. Recommencez et touchez « Se connecter » sur le téléphone.</translation>
    </message>
    <message>
        <source>The QR code was not scanned in time. Start the login again.</source>
        <translation>Le code QR n&apos;a pas été scanné à temps. Recommencez la connexion.</translation>
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
        <source>It was cancelled.</source>
        <translation>L&apos;opération a été annulée.</translation>
    </message>
    <message>
        <source>It is not certain whether the message was sent. Look in Zalo before you send it again.</source>
        <translation>Il n&apos;est pas certain que le message soit parti. Vérifiez dans Zalo avant de l&apos;envoyer de nouveau.</translation>
    </message>
    <message>
        <source>The data file cannot be written. Make its folder and the file writable for you: %1</source>
        <translation>Le fichier de données ne peut pas être écrit. Donnez-vous le droit d&apos;écrire dans son dossier et dans le fichier : %1</translation>
    </message>
    <message>
        <source>Another program has the data file open. Close that program and start again: %1</source>
        <translation>Un autre programme tient le fichier de données ouvert. Fermez-le et recommencez : %1</translation>
    </message>
    <message>
        <source>The data file is damaged. Nothing was changed; move it away to start with an empty one: %1</source>
        <translation>Le fichier de données est endommagé. Rien n&apos;a été modifié ; déplacez-le pour repartir d&apos;un fichier vide : %1</translation>
    </message>
    <message>
        <source>The data file was written by a newer Zalo Companion. Install that version: %1</source>
        <translation>Le fichier de données vient d&apos;une version plus récente de Zalo Companion. Installez cette version : %1</translation>
    </message>
    <message>
        <source>The disk is full, so no messages are taken in. Free some space and it goes on by itself: %1</source>
        <translation>Le disque est plein : aucun message n&apos;est accepté. Libérez de la place et cela reprendra de soi-même : %1</translation>
    </message>
    <message>
        <source>The data file could not be used: %1</source>
        <translation>Le fichier de données n&apos;a pas pu être utilisé : %1</translation>
    </message>
    <message>
        <source>This program has not introduced itself yet: hello and auth or associate come first.</source>
        <translation>Ce programme ne s&apos;est pas encore présenté : hello, puis auth ou associate, viennent d&apos;abord.</translation>
    </message>
    <message>
        <source>This Gateway waits for approval. Approve it on the companion&apos;s machine: zalo-companion gateways approve %1</source>
        <translation>Cette passerelle attend une autorisation. Autorisez-la sur la machine du compagnon : zalo-companion gateways approve %1</translation>
    </message>
    <message>
        <source>The key does not match the one this Gateway was approved with. If the Gateway is yours, forget the old key: zalo-companion gateways revoke %1</source>
        <translation>La clé n&apos;est pas celle avec laquelle cette passerelle a été autorisée. Si la passerelle est à vous, oubliez l&apos;ancienne clé : zalo-companion gateways revoke %1</translation>
    </message>
    <message>
        <source>This connection may not call that method: %1</source>
        <translation>Cette connexion ne peut pas appeler cette méthode : %1</translation>
    </message>
    <message>
        <source>The two ends speak different protocol versions (%1). Update the older one of Zalo Companion and the zalouser plugin.</source>
        <translation>Les deux côtés parlent des versions différentes du protocole (%1). Mettez à jour le plus ancien de Zalo Companion et du plugin zalouser.</translation>
    </message>
    <message>
        <source>Another Gateway already receives this account&apos;s messages: %1</source>
        <translation>Une autre passerelle reçoit déjà les messages de ce compte : %1</translation>
    </message>
    <message>
        <source>The Gateway did not take the message: %1</source>
        <translation>La passerelle n&apos;a pas pris le message : %1</translation>
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
        <translation>La demande n&apos;est pas comprise : %1</translation>
    </message>
    <message>
        <source>The connection was closed before the answer came.</source>
        <translation>La connexion s&apos;est fermée avant la réponse.</translation>
    </message>
    <message>
        <source>This folder belongs to somebody else. Remove it, or give it to your user: %1</source>
        <translation>Ce dossier appartient à quelqu&apos;un d&apos;autre. Supprimez-le, ou donnez-le à votre utilisateur : %1</translation>
    </message>
    <message>
        <source>This folder is open to other users. Close it with “chmod 700”: %1</source>
        <translation>Ce dossier est ouvert à d&apos;autres utilisateurs. Fermez-le avec « chmod 700 » : %1</translation>
    </message>
    <message>
        <source>The socket&apos;s path is longer than 107 bytes. Set ZALO_COMPANION_SOCKET to a shorter one: %1</source>
        <translation>Le chemin du socket dépasse 107 octets. Indiquez-en un plus court dans ZALO_COMPANION_SOCKET : %1</translation>
    </message>
    <message>
        <source>Another program answers on the companion&apos;s socket. Stop that program: %1</source>
        <translation>Un autre programme répond sur le socket du compagnon. Arrêtez ce programme : %1</translation>
    </message>
    <message>
        <source>Zalo Companion is already running (process %1). Stop it with “zalo-companion quit” to start another one.</source>
        <translation>Zalo Companion est déjà lancé (processus %1). Arrêtez-le avec « zalo-companion quit » pour en lancer un autre.</translation>
    </message>
    <message>
        <source>Zalo Companion is not running. Start it: zalo-companion --headless</source>
        <translation>Zalo Companion n&apos;est pas lancé. Lancez-le : zalo-companion --headless</translation>
    </message>
    <message>
        <source>The Gateways&apos; keys cannot be used. Unlock the keyring and try again (%1).</source>
        <translation>Les clés des passerelles ne peuvent pas être utilisées. Déverrouillez le trousseau et réessayez (%1).</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>Ce fichier ne peut pas être lu : %1</translation>
    </message>
    <message>
        <source>This file cannot be written: %1</source>
        <translation>Ce fichier ne peut pas être écrit : %1</translation>
    </message>
    <message>
        <source>Something went wrong inside Zalo Companion: %1</source>
        <translation>Une erreur s&apos;est produite dans Zalo Companion : %1</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Keeps a Zalo account connected to OpenClaw&apos;s Gateway.</source>
        <translation>Garde un compte Zalo relié à la passerelle d&apos;OpenClaw.</translation>
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
        <source>status, reconnect [PROFILE], gateways [list | approve ID | revoke ID], quit. Without one the program runs.</source>
        <translation>status, reconnect [PROFILE], gateways [list | approve ID | revoke ID], quit. Sans commande, le programme se lance.</translation>
    </message>
    <message>
        <source>there is no command “%1”; see zalo-companion --help</source>
        <translation>la commande « %1 » n&apos;existe pas ; voir zalo-companion --help</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Install zca: npm install -g openzca</source>
        <translation>Installez zca : npm install -g openzca</translation>
    </message>
    <message>
        <source>Try “zca --version” in a terminal.</source>
        <translation>Essayez « zca --version » dans un terminal.</translation>
    </message>
    <message>
        <source>Log in with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Connectez-vous avec le code QR : openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Close Zalo elsewhere, then reconnect: zalo-companion reconnect</source>
        <translation>Fermez Zalo ailleurs, puis reconnectez : zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again by itself.</source>
        <translation>Rien à faire : une nouvelle tentative a lieu d&apos;elle-même.</translation>
    </message>
</context>
<context>
    <name>SessionState</name>
    <message>
        <source>zca is missing</source>
        <translation>zca est absent</translation>
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
    <name>StatusText</name>
    <message>
        <source>%1, since %2</source>
        <translation>%1, depuis %2</translation>
    </message>
    <message>
        <source>%1; last proved %2</source>
        <translation>%1 ; dernière preuve %2</translation>
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
        <translation>L&apos;envoi est en pause jusqu&apos;à %1.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Passerelle</translation>
    </message>
    <message>
        <source>none is connected</source>
        <translation>aucune n&apos;est reliée</translation>
    </message>
    <message>
        <source>One waits for approval: zalo-companion gateways approve %1</source>
        <translation>Une attend une autorisation : zalo-companion gateways approve %1</translation>
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
</context>
<context>
    <name>zalo::HeadlessReport</name>
    <message>
        <source>Zalo Companion %1 is running as a demo, on simulated data. Stop it with Ctrl+C.</source>
        <translation>Zalo Companion %1 fonctionne en démonstration, sur des données simulées. Arrêtez-le avec Ctrl+C.</translation>
    </message>
    <message>
        <source>Zalo Companion %1 is running. Stop it with Ctrl+C, or with “zalo-companion quit”.</source>
        <translation>Zalo Companion %1 fonctionne. Arrêtez-le avec Ctrl+C, ou avec « zalo-companion quit ».</translation>
    </message>
    <message>
        <source>The Gateway “%1” uses this companion from now on. If it is not yours: zalo-companion gateways revoke %2</source>
        <translation>La passerelle « %1 » utilise désormais ce compagnon. Si elle n&apos;est pas à vous : zalo-companion gateways revoke %2</translation>
    </message>
    <message>
        <source>The Gateway “%1” asks to use this companion. If it is yours: zalo-companion gateways approve %2</source>
        <translation>La passerelle « %1 » demande à utiliser ce compagnon. Si elle est à vous : zalo-companion gateways approve %2</translation>
    </message>
    <message>
        <source>zca %1 at %2</source>
        <translation>zca %1, %2</translation>
    </message>
    <message>
        <source>No account yet. %1</source>
        <translation>Pas encore de compte. %1</translation>
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
</context>
<context>
    <name>zalo::TerminalCommand</name>
    <message>
        <source>connected</source>
        <translation>reliée</translation>
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
        <translation>Aucune passerelle n&apos;a encore utilisé ce compagnon.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>C&apos;est fait.</translation>
    </message>
</context>
</TS>
