<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountText</name>
    <message numerus="yes">
        <source>%n to be delivered</source>
        <translation>
            <numerusform>%n to be delivered</numerusform>
            <numerusform>%n to be delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n to be sent</numerusform>
            <numerusform>%n to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possibly sent</source>
        <translation>
            <numerusform>%n possibly sent</numerusform>
            <numerusform>%n possibly sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message numerus="yes">
        <source>%n messages of this time came from Zalo&apos;s history.</source>
        <translation>
            <numerusform>%n message of this time came from Zalo&apos;s history.</numerusform>
            <numerusform>%n messages of this time came from Zalo&apos;s history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>%n Gateway(s) waiting for approval</source>
        <translation>
            <numerusform>a Gateway is waiting for approval</numerusform>
            <numerusform>%n Gateways are waiting for approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be delivered</source>
        <translation>
            <numerusform>%n message could not be delivered</numerusform>
            <numerusform>%n messages could not be delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) got no answer in time</source>
        <translation>
            <numerusform>%n message got no answer in time</numerusform>
            <numerusform>%n messages got no answer in time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) possibly sent</source>
        <translation>
            <numerusform>%n message possibly sent</numerusform>
            <numerusform>%n messages possibly sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting for the account “%1”</source>
        <translation>
            <numerusform>%n message is waiting for the account “%1”</numerusform>
            <numerusform>%n messages are waiting for the account “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the bot is paused in %n chat(s)</source>
        <translation>
            <numerusform>the bot is paused in %n chat</numerusform>
            <numerusform>the bot is paused in %n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delivering %n message(s) that waited</source>
        <translation>
            <numerusform>delivering %n message that waited</numerusform>
            <numerusform>delivering %n messages that waited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) asking whether the bot may answer</source>
        <translation>
            <numerusform>%n person asks whether the bot may answer</numerusform>
            <numerusform>%n people ask whether the bot may answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) waiting since %1: %2</source>
        <translation>
            <numerusform>%n customer is waiting since %1: %2</numerusform>
            <numerusform>%n customers are waiting since %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the bot failed to answer %n message(s)</source>
        <translation>
            <numerusform>the bot failed to answer %n message</numerusform>
            <numerusform>the bot failed to answer %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent</source>
        <translation>
            <numerusform>%n message could not be sent</numerusform>
            <numerusform>%n messages could not be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapRecovery</name>
    <message numerus="yes">
        <source>%n messages recovered</source>
        <translation>
            <numerusform>%n message recovered</numerusform>
            <numerusform>%n messages recovered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PausesText</name>
    <message numerus="yes">
        <source>The bot is paused in %n chats.</source>
        <translation>
            <numerusform>The bot is paused in %n chat.</numerusform>
            <numerusform>The bot is paused in %n chats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bot is paused in %n chats, in the first of them until %1.</source>
        <translation>
            <numerusform>The bot is paused in %n chat until %1.</numerusform>
            <numerusform>The bot is paused in %n chats, in the first of them until %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message numerus="yes">
        <source>%n to deliver</source>
        <translation>
            <numerusform>%n to deliver</numerusform>
            <numerusform>%n to deliver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not deliverable</source>
        <translation>
            <numerusform>%n not deliverable</numerusform>
            <numerusform>%n not deliverable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uncertain</source>
        <translation>
            <numerusform>%n uncertain</numerusform>
            <numerusform>%n uncertain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n logins refused by Zalo.</source>
        <translation>
            <numerusform>%n login refused by Zalo.</numerusform>
            <numerusform>%n logins refused by Zalo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed connections in a row.</source>
        <translation>
            <numerusform>%n failed connection.</numerusform>
            <numerusform>%n failed connections in a row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too old to deliver</source>
        <translation>
            <numerusform>%n too old to deliver</numerusform>
            <numerusform>%n too old to deliver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n without an answer</numerusform>
            <numerusform>%n without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::ActivityCommands</name>
    <message numerus="yes">
        <source>%n message(s) will be delivered as soon as a Gateway is connected.</source>
        <translation>
            <numerusform>%n message will be delivered as soon as a Gateway is connected.</numerusform>
            <numerusform>%n messages will be delivered as soon as a Gateway is connected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::ActivityDetails</name>
    <message numerus="yes">
        <source>%n failed tries</source>
        <translation>
            <numerusform>%n failed try</numerusform>
            <numerusform>%n failed tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::ActivityPage</name>
    <message numerus="yes">
        <source>%n message(s) exported.</source>
        <translation>
            <numerusform>%n message exported.</numerusform>
            <numerusform>%n messages exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::ContactBrowser</name>
    <message numerus="yes">
        <source>Group, %n members</source>
        <translation>
            <numerusform>Group, %n member</numerusform>
            <numerusform>Group, %n members</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Group, %n members</source>
        <translation>
            <numerusform>Group, %n member</numerusform>
            <numerusform>Group, %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::DataSection</name>
    <message numerus="yes">
        <source>%n message(s) are still pending and would be lost.</source>
        <translation>
            <numerusform>%n message is still pending and would be lost.</numerusform>
            <numerusform>%n messages are still pending and would be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::DismissAll</name>
    <message numerus="yes">
        <source>Dismiss %n message(s) that could not be sent? They are not sent any more.</source>
        <translation>
            <numerusform>Dismiss %n message that could not be sent? It is not sent any more.</numerusform>
            <numerusform>Dismiss %n messages that could not be sent? They are not sent any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n message(s) that the bot did not get? It will never see them.</source>
        <translation>
            <numerusform>Dismiss %n message that the bot did not get? It will never see it.</numerusform>
            <numerusform>Dismiss %n messages that the bot did not get? It will never see them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) dismissed.</source>
        <translation>
            <numerusform>%n message dismissed.</numerusform>
            <numerusform>%n messages dismissed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n message(s) that the bot failed to answer? Whoever wrote them gets no answer.</source>
        <translation>
            <numerusform>Dismiss %n message that the bot failed to answer? Whoever wrote it gets no answer.</numerusform>
            <numerusform>Dismiss %n messages that the bot failed to answer? Whoever wrote them gets no answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::RemoveAccountDialog</name>
    <message numerus="yes">
        <source>%n message(s) still wait to be delivered or sent.</source>
        <translation>
            <numerusform>%n message still waits to be delivered or sent.</numerusform>
            <numerusform>%n messages still wait to be delivered or sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::TerminalCommand</name>
    <message numerus="yes">
        <source>%n message(s) that wait would be lost.</source>
        <translation>
            <numerusform>%n message that waits would be lost.</numerusform>
            <numerusform>%n messages that wait would be lost.</numerusform>
        </translation>
    </message>
</context>
</TS>
