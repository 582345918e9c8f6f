<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>Zalo Companion was not running</source>
        <translation>Zalo Companion không chạy</translation>
    </message>
    <message>
        <source>Zalo could not be reached</source>
        <translation>Không liên lạc được với Zalo</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere</source>
        <translation>Zalo được mở ở nơi khác</translation>
    </message>
    <message>
        <source>Another program used this login</source>
        <translation>Chương trình khác dùng phiên đăng nhập này</translation>
    </message>
    <message>
        <source>The login had expired</source>
        <translation>Phiên đăng nhập đã hết hạn</translation>
    </message>
    <message>
        <source>Nobody was logged in</source>
        <translation>Chưa có ai đăng nhập</translation>
    </message>
    <message>
        <source>The connection to Zalo was interrupted</source>
        <translation>Kết nối với Zalo bị gián đoạn</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Tin nhắn thoại</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Liên kết</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Not connected now</source>
        <translation>Đang mất kết nối</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Perhaps sent</source>
        <translation>Có thể đã gửi</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Chưa gửi được</translation>
    </message>
    <message>
        <source>Waits for the Gateway</source>
        <translation>Chờ Gateway</translation>
    </message>
    <message>
        <source>With the Gateway</source>
        <translation>Gateway đã nhận</translation>
    </message>
    <message>
        <source>Handled by the bot</source>
        <translation>Bot đã xử lý</translation>
    </message>
    <message>
        <source>Ignored by the Gateway</source>
        <translation>Gateway bỏ qua</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Đã bỏ</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>Không giao được</translation>
    </message>
    <message>
        <source>The bot failed</source>
        <translation>Bot gặp lỗi</translation>
    </message>
    <message>
        <source>It may have arrived. Look in Zalo before you send it again.</source>
        <translation>Tin có thể đã đến. Hãy xem trong Zalo trước khi gửi lại.</translation>
    </message>
    <message>
        <source>The Gateway says: %1</source>
        <translation>Gateway cho biết: %1</translation>
    </message>
    <message>
        <source>The bot is paused in this conversation.</source>
        <translation>Bot đang tạm dừng trong cuộc trò chuyện này.</translation>
    </message>
    <message>
        <source>Messages of this time did not arrive here; look for them on the phone.</source>
        <translation>Tin nhắn trong thời gian này không đến được đây; hãy xem trên điện thoại.</translation>
    </message>
    <message>
        <source>Zalo could not be reached. Send it again when it can.</source>
        <translation>Không liên lạc được với Zalo. Hãy gửi lại khi có kết nối.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The program zca was not found. Install it with “npm install -g openzca”, or set ZALO_COMPANION_ZCA to its path.</source>
        <translation>Không tìm thấy chương trình zca. Hãy cài bằng “npm install -g openzca”, hoặc đặt đường dẫn của nó vào ZALO_COMPANION_ZCA.</translation>
    </message>
    <message>
        <source>%1 may not be run. Make it executable with “chmod +x”, or set ZALO_COMPANION_ZCA to another zca.</source>
        <translation>%1 không được phép chạy. Hãy cho phép bằng “chmod +x”, hoặc đặt ZALO_COMPANION_ZCA tới một zca khác.</translation>
    </message>
    <message>
        <source>The program found as zca does not answer as zca does (%1). Try “zca --version” in a terminal, and install it again if that fails too.</source>
        <translation>Chương trình tìm thấy với tên zca không trả lời như zca (%1). Hãy thử “zca --version” trong cửa sổ lệnh, và cài lại nếu vẫn lỗi.</translation>
    </message>
    <message>
        <source>zca reported an error: %1</source>
        <translation>zca báo lỗi: %1</translation>
    </message>
    <message>
        <source>This version of zca does not understand a call (%1). Update zca.</source>
        <translation>Phiên bản zca này không hiểu một lệnh gọi (%1). Hãy cập nhật zca.</translation>
    </message>
    <message>
        <source>zca printed more than any answer needs (%1), so it was stopped.</source>
        <translation>zca in ra nhiều hơn mức một câu trả lời cần (%1), nên đã bị dừng.</translation>
    </message>
    <message>
        <source>Nobody is logged in to Zalo here. Log in with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Chưa có ai đăng nhập Zalo ở đây. Hãy đăng nhập bằng mã QR: openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Zalo ended this login. Log in again with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Zalo đã kết thúc phiên đăng nhập này. Hãy đăng nhập lại bằng mã QR: openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere (Zalo Web or PC), which ended the connection here. Close it there and reconnect: zalo-companion reconnect</source>
        <translation>Zalo đã được mở ở nơi khác (Zalo Web hoặc PC), nên kết nối ở đây bị ngắt. Hãy đóng ở đó rồi kết nối lại: zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Another program uses this Zalo login. Stop that program, then reconnect: zalo-companion reconnect</source>
        <translation>Một chương trình khác đang dùng phiên đăng nhập Zalo này. Hãy dừng chương trình đó rồi kết nối lại: zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Zalo cannot be reached. Check the internet connection; it is tried again by itself.</source>
        <translation>Không liên lạc được với Zalo. Hãy kiểm tra kết nối mạng; chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>Zalo refused: %1</source>
        <translation>Zalo từ chối: %1</translation>
    </message>
    <message>
        <source>Zalo asks for a pause: too many requests. Sending goes on by itself later.</source>
        <translation>Zalo yêu cầu tạm nghỉ: quá nhiều yêu cầu. Việc gửi sẽ tự tiếp tục sau.</translation>
    </message>
    <message>
        <source>There is no such friend or group. Look the id up: openclaw directory peers list --channel zalouser</source>
        <translation>Không có bạn bè hay nhóm này. Hãy tra mã: openclaw directory peers list --channel zalouser</translation>
    </message>
    <message>
        <source>zca ended without saying that the message was sent. Look in Zalo whether it arrived before you send it again.</source>
        <translation>zca kết thúc mà không báo tin nhắn đã được gửi. Hãy xem trong Zalo tin đã đến chưa trước khi gửi lại.</translation>
    </message>
    <message>
        <source>The login was declined on the phone. Start it again and tap “Log in” on the phone.</source>
        <translation>Việc đăng nhập đã bị từ chối trên điện thoại. Hãy làm lại và chạm “Đăng nhập” trên điện thoại.</translation>
    </message>
    <message>
        <source>The QR code was not scanned in time. Start the login again.</source>
        <translation>Mã QR không được quét kịp thời. Hãy đăng nhập lại từ đầu.</translation>
    </message>
    <message>
        <source>A newer login took the place of this one. Use the QR code that was shown last.</source>
        <translation>Một lần đăng nhập mới hơn đã thay lần này. Hãy dùng mã QR hiện ra sau cùng.</translation>
    </message>
    <message>
        <source>There was no answer in time (%1). Try again.</source>
        <translation>Không có trả lời kịp thời (%1). Hãy thử lại.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Đã hủy.</translation>
    </message>
    <message>
        <source>It is not certain whether the message was sent. Look in Zalo before you send it again.</source>
        <translation>Không chắc tin nhắn đã được gửi hay chưa. Hãy xem trong Zalo trước khi gửi lại.</translation>
    </message>
    <message>
        <source>The data file cannot be written. Make its folder and the file writable for you: %1</source>
        <translation>Không ghi được tệp dữ liệu. Hãy cho bạn quyền ghi vào thư mục và tệp: %1</translation>
    </message>
    <message>
        <source>Another program has the data file open. Close that program and start again: %1</source>
        <translation>Một chương trình khác đang mở tệp dữ liệu. Hãy đóng chương trình đó rồi khởi động lại: %1</translation>
    </message>
    <message>
        <source>The data file is damaged. Nothing was changed; move it away to start with an empty one: %1</source>
        <translation>Tệp dữ liệu bị hỏng. Chưa có gì bị thay đổi; hãy chuyển nó đi nơi khác để bắt đầu với tệp trống: %1</translation>
    </message>
    <message>
        <source>The data file was written by a newer Zalo Companion. Install that version: %1</source>
        <translation>Tệp dữ liệu do một bản Zalo Companion mới hơn ghi. Hãy cài bản đó: %1</translation>
    </message>
    <message>
        <source>The disk is full, so no messages are taken in. Free some space and it goes on by itself: %1</source>
        <translation>Đĩa đã đầy nên không nhận thêm tin nhắn. Hãy giải phóng dung lượng, chương trình sẽ tự tiếp tục: %1</translation>
    </message>
    <message>
        <source>The data file could not be used: %1</source>
        <translation>Không dùng được tệp dữ liệu: %1</translation>
    </message>
    <message>
        <source>This program has not introduced itself yet: hello and auth or associate come first.</source>
        <translation>Chương trình này chưa tự giới thiệu: phải có hello rồi auth hoặc associate trước.</translation>
    </message>
    <message>
        <source>This Gateway waits for approval. Approve it on the companion&apos;s machine: zalo-companion gateways approve %1</source>
        <translation>Gateway này đang chờ chấp thuận. Hãy chấp thuận trên máy chạy Zalo Companion: zalo-companion gateways approve %1</translation>
    </message>
    <message>
        <source>The key does not match the one this Gateway was approved with. If the Gateway is yours, forget the old key: zalo-companion gateways revoke %1</source>
        <translation>Khóa không khớp với khóa mà Gateway này đã được chấp thuận. Nếu Gateway là của bạn, hãy quên khóa cũ: zalo-companion gateways revoke %1</translation>
    </message>
    <message>
        <source>This connection may not call that method: %1</source>
        <translation>Kết nối này không được gọi phương thức đó: %1</translation>
    </message>
    <message>
        <source>The two ends speak different protocol versions (%1). Update the older one of Zalo Companion and the zalouser plugin.</source>
        <translation>Hai bên dùng phiên bản giao thức khác nhau (%1). Hãy cập nhật bên cũ hơn: Zalo Companion hoặc plugin zalouser.</translation>
    </message>
    <message>
        <source>Another Gateway already receives this account&apos;s messages: %1</source>
        <translation>Một Gateway khác đang nhận tin nhắn của tài khoản này: %1</translation>
    </message>
    <message>
        <source>The Gateway did not take the message: %1</source>
        <translation>Gateway không nhận tin nhắn: %1</translation>
    </message>
    <message>
        <source>The relay is paused. Resume it in Zalo Companion.</source>
        <translation>Việc chuyển tiếp đang tạm dừng. Hãy cho chạy lại trong Zalo Companion.</translation>
    </message>
    <message>
        <source>Too many programs ask at once (%1). Try again in a moment.</source>
        <translation>Quá nhiều chương trình hỏi cùng lúc (%1). Hãy thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>The request cannot be understood: %1</source>
        <translation>Không hiểu yêu cầu: %1</translation>
    </message>
    <message>
        <source>The connection was closed before the answer came.</source>
        <translation>Kết nối đã đóng trước khi có trả lời.</translation>
    </message>
    <message>
        <source>This folder belongs to somebody else. Remove it, or give it to your user: %1</source>
        <translation>Thư mục này thuộc về người khác. Hãy xóa nó, hoặc chuyển nó cho người dùng của bạn: %1</translation>
    </message>
    <message>
        <source>This folder is open to other users. Close it with “chmod 700”: %1</source>
        <translation>Thư mục này đang mở cho người dùng khác. Hãy khóa lại bằng “chmod 700”: %1</translation>
    </message>
    <message>
        <source>The socket&apos;s path is longer than 107 bytes. Set ZALO_COMPANION_SOCKET to a shorter one: %1</source>
        <translation>Đường dẫn socket dài hơn 107 byte. Hãy đặt ZALO_COMPANION_SOCKET thành đường dẫn ngắn hơn: %1</translation>
    </message>
    <message>
        <source>Another program answers on the companion&apos;s socket. Stop that program: %1</source>
        <translation>Một chương trình khác đang trả lời trên socket của Zalo Companion. Hãy dừng chương trình đó: %1</translation>
    </message>
    <message>
        <source>Zalo Companion is already running (process %1). Stop it with “zalo-companion quit” to start another one.</source>
        <translation>Zalo Companion đang chạy rồi (tiến trình %1). Hãy dừng bằng “zalo-companion quit” để chạy cái khác.</translation>
    </message>
    <message>
        <source>Zalo Companion is not running. Start it: zalo-companion --headless</source>
        <translation>Zalo Companion chưa chạy. Hãy khởi động: zalo-companion --headless</translation>
    </message>
    <message>
        <source>The Gateways&apos; keys cannot be used. Unlock the keyring and try again (%1).</source>
        <translation>Không dùng được khóa của các Gateway. Hãy mở khóa chùm khóa rồi thử lại (%1).</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>Không đọc được tệp này: %1</translation>
    </message>
    <message>
        <source>This file cannot be written: %1</source>
        <translation>Không ghi được tệp này: %1</translation>
    </message>
    <message>
        <source>Something went wrong inside Zalo Companion: %1</source>
        <translation>Có lỗi bên trong Zalo Companion: %1</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Keeps a Zalo account connected to OpenClaw&apos;s Gateway.</source>
        <translation>Giữ một tài khoản Zalo luôn kết nối với Gateway của OpenClaw.</translation>
    </message>
    <message>
        <source>Run without windows.</source>
        <translation>Chạy không có cửa sổ.</translation>
    </message>
    <message>
        <source>Run on the simulator, with data of its own.</source>
        <translation>Chạy với trình mô phỏng, dùng dữ liệu riêng.</translation>
    </message>
    <message>
        <source>Answer commands as JSON.</source>
        <translation>Trả lời các lệnh bằng JSON.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Hiện trợ giúp này.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Hiện phiên bản.</translation>
    </message>
    <message>
        <source>status, reconnect [PROFILE], gateways [list | approve ID | revoke ID], quit. Without one the program runs.</source>
        <translation>status, reconnect [PROFILE], gateways [list | approve ID | revoke ID], quit. Không có lệnh thì chương trình chạy.</translation>
    </message>
    <message>
        <source>there is no command “%1”; see zalo-companion --help</source>
        <translation>không có lệnh “%1”; xem zalo-companion --help</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Install zca: npm install -g openzca</source>
        <translation>Cài zca: npm install -g openzca</translation>
    </message>
    <message>
        <source>Try “zca --version” in a terminal.</source>
        <translation>Hãy thử “zca --version” trong cửa sổ lệnh.</translation>
    </message>
    <message>
        <source>Log in with the QR code: openclaw channels login --channel zalouser</source>
        <translation>Đăng nhập bằng mã QR: openclaw channels login --channel zalouser</translation>
    </message>
    <message>
        <source>Close Zalo elsewhere, then reconnect: zalo-companion reconnect</source>
        <translation>Hãy đóng Zalo ở nơi khác rồi kết nối lại: zalo-companion reconnect</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again by itself.</source>
        <translation>Không cần làm gì: chương trình tự thử lại.</translation>
    </message>
</context>
<context>
    <name>SessionState</name>
    <message>
        <source>zca is missing</source>
        <translation>Thiếu zca</translation>
    </message>
    <message>
        <source>Not logged in</source>
        <translation>Chưa đăng nhập</translation>
    </message>
    <message>
        <source>Waiting for the QR code to be scanned</source>
        <translation>Đang chờ quét mã QR</translation>
    </message>
    <message>
        <source>Connecting to Zalo</source>
        <translation>Đang kết nối với Zalo</translation>
    </message>
    <message>
        <source>Connected to Zalo</source>
        <translation>Đã kết nối với Zalo</translation>
    </message>
    <message>
        <source>Connecting to Zalo again</source>
        <translation>Đang kết nối lại với Zalo</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere</source>
        <translation>Zalo đã được mở ở nơi khác</translation>
    </message>
    <message>
        <source>Another program uses this login</source>
        <translation>Một chương trình khác đang dùng phiên này</translation>
    </message>
    <message>
        <source>The login has expired</source>
        <translation>Phiên đăng nhập đã hết hạn</translation>
    </message>
    <message>
        <source>Zalo cannot be reached</source>
        <translation>Không liên lạc được với Zalo</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Có điều gì đó không ổn</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>%1, since %2</source>
        <translation>%1, từ %2</translation>
    </message>
    <message>
        <source>%1; last proved %2</source>
        <translation>%1; xác nhận lần cuối %2</translation>
    </message>
    <message numerus="yes">
        <source>%n to deliver</source>
        <translation>
            <numerusform>%n chờ giao</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n chờ gửi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not deliverable</source>
        <translation>
            <numerusform>%n không giao được</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uncertain</source>
        <translation>
            <numerusform>%n không chắc chắn</numerusform>
        </translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
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
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>Sending pauses until %1.</source>
        <translation>Tạm ngừng gửi đến %1.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>none is connected</source>
        <translation>chưa có Gateway nào kết nối</translation>
    </message>
    <message>
        <source>One waits for approval: zalo-companion gateways approve %1</source>
        <translation>Có một Gateway chờ chấp thuận: zalo-companion gateways approve %1</translation>
    </message>
    <message>
        <source>Zalo Companion %1, process %2</source>
        <translation>Zalo Companion %1, tiến trình %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 tại %2</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Lưu trữ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityDelegate</name>
    <message>
        <source>since %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 đến %2</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Từ %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Gửi %1</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityDetails</name>
    <message>
        <source>Send &amp;again…</source>
        <translation>Gửi &amp;lại…</translation>
    </message>
    <message>
        <source>&amp;Deliver anyway</source>
        <translation>Vẫn &amp;giao</translation>
    </message>
    <message>
        <source>Disca&amp;rd</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>Show &amp;only this conversation</source>
        <translation>&amp;Chỉ xem cuộc trò chuyện này</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Từ %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Gửi %1</translation>
    </message>
    <message>
        <source>%1, written by %2</source>
        <translation>%1, %2 viết</translation>
    </message>
    <message>
        <source>Conversation %1</source>
        <translation>Cuộc trò chuyện %1</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Tin nhắn %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed tries</source>
        <translation>
            <numerusform>%n lần thử không thành công</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Resume the bot here</source>
        <translation>Cho bot chạ&amp;y tiếp ở đây</translation>
    </message>
    <message>
        <source>&amp;Pause the bot here</source>
        <translation>&amp;Tạm dừng bot ở đây</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityModel</name>
    <message>
        <source>From %1</source>
        <translation>Từ %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Gửi %1</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityPage</name>
    <message>
        <source>Search messages and names</source>
        <translation>Tìm tin nhắn và tên</translation>
    </message>
    <message>
        <source>Search the activity</source>
        <translation>Tìm trong hoạt động</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Loại tin nhắn</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Cần bạn xem</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>Only %1 – show all</source>
        <translation>Chỉ %1 – xem tất cả</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Choose a message to see what became of it.</source>
        <translation>Chọn một tin nhắn để xem kết quả.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>Nothing like that happened.</source>
        <translation>Không có mục nào như vậy.</translation>
    </message>
    <message>
        <source>Nothing happened yet. Messages appear here as they come.</source>
        <translation>Chưa có gì. Tin nhắn sẽ hiện ở đây khi đến.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>This message may have reached %1 already. Look in Zalo first. Send it again?</source>
        <translation>Tin này có thể đã đến %1. Hãy xem trong Zalo trước. Gửi lại?</translation>
    </message>
    <message>
        <source>Send this message to %1 again?</source>
        <translation>Gửi lại tin này cho %1?</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Đang gửi…</translation>
    </message>
    <message>
        <source>It was sent.</source>
        <translation>Đã gửi.</translation>
    </message>
    <message>
        <source>It goes to the Gateway as soon as one is connected.</source>
        <translation>Tin sẽ đến Gateway ngay khi có kết nối.</translation>
    </message>
    <message>
        <source>It is with the Gateway already.</source>
        <translation>Gateway đã nhận tin này rồi.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>The bot will never see this message from %1.</source>
        <translation>Bot sẽ không bao giờ thấy tin này của %1.</translation>
    </message>
    <message>
        <source>It was discarded.</source>
        <translation>Đã bỏ.</translation>
    </message>
    <message>
        <source>The bot is paused in this conversation. Messages wait.</source>
        <translation>Bot tạm dừng trong cuộc trò chuyện này. Tin nhắn sẽ chờ.</translation>
    </message>
    <message>
        <source>The bot goes on in this conversation.</source>
        <translation>Bot chạy tiếp trong cuộc trò chuyện này.</translation>
    </message>
</context>
<context>
    <name>zalo::ContactDetails</name>
    <message>
        <source>The id was copied.</source>
        <translation>Đã chép mã.</translation>
    </message>
    <message>
        <source>Hello from OpenClaw</source>
        <translation>Xin chào từ OpenClaw</translation>
    </message>
    <message>
        <source>The command was copied. Paste it into a terminal.</source>
        <translation>Đã chép lệnh. Hãy dán vào cửa sổ lệnh.</translation>
    </message>
    <message>
        <source>Copied. Paste it under channels.zalouser.groups.</source>
        <translation>Đã chép. Hãy dán vào channels.zalouser.groups.</translation>
    </message>
    <message>
        <source>Copied. Paste it into channels.zalouser.allowFrom.</source>
        <translation>Đã chép. Hãy dán vào channels.zalouser.allowFrom.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name on Zalo</source>
        <translation>Tên trên Zalo</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Tên người dùng</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Another contact has the same name. The id tells them apart.</source>
        <translation>Có liên hệ khác trùng tên. Hãy phân biệt bằng mã.</translation>
    </message>
    <message>
        <source>Copy &amp;id</source>
        <translation>Chép &amp;mã</translation>
    </message>
    <message>
        <source>Copy send &amp;command</source>
        <translation>Chép &amp;lệnh gửi</translation>
    </message>
    <message>
        <source>The command with which OpenClaw sends a message to this contact</source>
        <translation>Lệnh để OpenClaw gửi tin nhắn cho liên hệ này</translation>
    </message>
    <message>
        <source>Copy &amp;allowlist entry</source>
        <translation>Chép mục cho &amp;phép</translation>
    </message>
    <message>
        <source>What stands for this contact in the settings of OpenClaw</source>
        <translation>Mục của liên hệ này trong cài đặt của OpenClaw</translation>
    </message>
    <message>
        <source>Send a &amp;test message…</source>
        <translation>Gửi tin nhắn &amp;thử…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Chép mã</translation>
    </message>
    <message numerus="yes">
        <source>Group, %n members</source>
        <translation>
            <numerusform>Nhóm, %n thành viên</numerusform>
        </translation>
    </message>
    <message>
        <source>Friend, blocked</source>
        <translation>Bạn bè, đã chặn</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Bạn bè</translation>
    </message>
</context>
<context>
    <name>zalo::ContactsModel</name>
    <message>
        <source>%1, group</source>
        <translation>%1, nhóm</translation>
    </message>
    <message>
        <source>%1, the same name as another contact</source>
        <translation>%1, trùng tên với liên hệ khác</translation>
    </message>
</context>
<context>
    <name>zalo::ContactsPage</name>
    <message>
        <source>Id %1</source>
        <translation>Mã %1</translation>
    </message>
    <message numerus="yes">
        <source>Group, %n members</source>
        <translation>
            <numerusform>Nhóm, %n thành viên</numerusform>
        </translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>Trùng tên</translation>
    </message>
    <message>
        <source>Search by name, phone or id</source>
        <translation>Tìm theo tên, số điện thoại hoặc mã</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>Tìm liên hệ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Which contacts</source>
        <translation>Loại liên hệ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Bạn bè</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Làm mới</translation>
    </message>
    <message>
        <source>Ask Zalo for the current friends and groups</source>
        <translation>Hỏi Zalo danh sách bạn bè và nhóm hiện tại</translation>
    </message>
    <message>
        <source>Choose a contact to see its id and what can be copied.</source>
        <translation>Chọn một liên hệ để xem mã và những gì có thể chép.</translation>
    </message>
    <message>
        <source>No friends or groups yet. After the login they appear here.</source>
        <translation>Chưa có bạn bè hay nhóm nào. Sau khi đăng nhập, danh sách sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Không có gì ở đây.</translation>
    </message>
    <message>
        <source>Nobody matches “%1”.</source>
        <translation>Không tìm thấy “%1”.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 trên %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln liên hệ</numerusform>
        </translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Gửi tin nhắn thử</translation>
    </message>
    <message>
        <source>“%1” will be sent from your Zalo account to %2 (id %3).</source>
        <translation>“%1” sẽ được gửi từ tài khoản Zalo của bạn tới %2 (mã %3).</translation>
    </message>
    <message>
        <source>This is a test message from Zalo Companion.</source>
        <translation>Đây là tin nhắn thử từ Zalo Companion.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Đang gửi…</translation>
    </message>
    <message>
        <source>The test message was sent.</source>
        <translation>Đã gửi tin nhắn thử.</translation>
    </message>
</context>
<context>
    <name>zalo::GroupMembersModel</name>
    <message>
        <source>Owner</source>
        <translation>Trưởng nhóm</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Phó nhóm</translation>
    </message>
</context>
<context>
    <name>zalo::HeadlessReport</name>
    <message>
        <source>Zalo Companion %1 is running as a demo, on simulated data. Stop it with Ctrl+C.</source>
        <translation>Zalo Companion %1 đang chạy thử với dữ liệu mô phỏng. Dừng bằng Ctrl+C.</translation>
    </message>
    <message>
        <source>Zalo Companion %1 is running. Stop it with Ctrl+C, or with “zalo-companion quit”.</source>
        <translation>Zalo Companion %1 đang chạy. Dừng bằng Ctrl+C, hoặc “zalo-companion quit”.</translation>
    </message>
    <message>
        <source>The Gateway “%1” uses this companion from now on. If it is not yours: zalo-companion gateways revoke %2</source>
        <translation>Từ giờ Gateway “%1” dùng Zalo Companion này. Nếu không phải của bạn: zalo-companion gateways revoke %2</translation>
    </message>
    <message>
        <source>The Gateway “%1” asks to use this companion. If it is yours: zalo-companion gateways approve %2</source>
        <translation>Gateway “%1” xin dùng Zalo Companion này. Nếu là của bạn: zalo-companion gateways approve %2</translation>
    </message>
    <message>
        <source>zca %1 at %2</source>
        <translation>zca %1 tại %2</translation>
    </message>
    <message>
        <source>No account yet. %1</source>
        <translation>Chưa có tài khoản. %1</translation>
    </message>
</context>
<context>
    <name>zalo::SessionController</name>
    <message>
        <source>a login or logout is under way</source>
        <translation>đang đăng nhập hoặc đăng xuất</translation>
    </message>
    <message>
        <source>a logout is under way</source>
        <translation>đang đăng xuất</translation>
    </message>
</context>
<context>
    <name>zalo::TerminalCommand</name>
    <message>
        <source>connected</source>
        <translation>đã kết nối</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>đã chấp thuận</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>chờ chấp thuận</translation>
    </message>
    <message>
        <source>No Gateway has used this companion yet.</source>
        <translation>Chưa có Gateway nào dùng Zalo Companion này.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Xong.</translation>
    </message>
</context>
</TS>
