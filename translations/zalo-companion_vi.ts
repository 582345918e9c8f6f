<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AccountName</name>
    <message>
        <source>Main account</source>
        <translation>Tài khoản chính</translation>
    </message>
</context>
<context>
    <name>AccountText</name>
    <message numerus="yes">
        <source>%n to be delivered</source>
        <translation>
            <numerusform>%n tin chờ chuyển cho bot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n tin chờ gửi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possibly sent</source>
        <translation>
            <numerusform>%n tin có thể đã gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was logged in here before. Waiting until that account is back: %2.</source>
        <translation>Trước đây %1 đăng nhập ở đây. Chờ tài khoản đó đăng nhập lại: %2.</translation>
    </message>
</context>
<context>
    <name>AccountsPresenter</name>
    <message>
        <source>same Zalo account as “%1”</source>
        <translation>cùng tài khoản Zalo với “%1”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Missed messages were asked for</source>
        <translation>Đã hỏi lại các tin nhắn bị lỡ</translation>
    </message>
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
        <source>Sticker</source>
        <translation>Nhãn dán</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Cảm xúc</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Thu hồi</translation>
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
        <source>Possibly sent</source>
        <translation>Có thể đã gửi</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Chưa gửi được</translation>
    </message>
    <message>
        <source>Waiting for the bot</source>
        <translation>Chờ chuyển cho bot</translation>
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
        <source>Written by you on another device</source>
        <translation>Bạn viết trên thiết bị khác</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>Không chuyển được cho bot</translation>
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
        <source>Messages of this time may be missing here; look for them on the phone.</source>
        <translation>Có thể có tin nhắn trong thời gian này không đến được đây; hãy xem trên điện thoại.</translation>
    </message>
    <message>
        <source>Zalo could not be reached. Send it again when it can.</source>
        <translation>Không liên lạc được với Zalo. Hãy gửi lại khi có kết nối.</translation>
    </message>
    <message>
        <source>zca was silent</source>
        <translation>zca không phản hồi</translation>
    </message>
    <message>
        <source>Perhaps OpenClaw&apos;s own Zalo channel took it</source>
        <translation>Có thể kênh Zalo của OpenClaw đã chiếm</translation>
    </message>
    <message>
        <source>Scheduled reconnect</source>
        <translation>Kết nối lại theo lịch</translation>
    </message>
    <message>
        <source>The computer was asleep</source>
        <translation>Máy tính đã ngủ</translation>
    </message>
    <message>
        <source>zca was missing</source>
        <translation>Thiếu zca</translation>
    </message>
    <message>
        <source>zca failed</source>
        <translation>zca gặp lỗi</translation>
    </message>
    <message>
        <source>Messages could not be stored</source>
        <translation>Không lưu được tin nhắn</translation>
    </message>
    <message>
        <source>%1 of %2 parts went out.</source>
        <translation>Đã gửi %1 trên %2 phần.</translation>
    </message>
    <message>
        <source>Partly sent</source>
        <translation>Đã gửi một phần</translation>
    </message>
    <message>
        <source>Too old to deliver</source>
        <translation>Quá cũ để chuyển cho bot</translation>
    </message>
    <message>
        <source>It waited too long for the Gateway, and an answer might come too late. Have it delivered if it still matters.</source>
        <translation>Tin này chờ Gateway quá lâu nên câu trả lời có thể đã muộn. Nếu vẫn còn cần, hãy chuyển cho bot.</translation>
    </message>
    <message>
        <source>Zalo&apos;s history could not be asked for all of this time yet. It is asked again later.</source>
        <translation>Chưa hỏi được lịch sử Zalo cho toàn bộ thời gian này. Sẽ hỏi lại sau.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages of this time came from Zalo&apos;s history.</source>
        <translation>
            <numerusform>%n tin nhắn trong thời gian này đã được lấy từ lịch sử Zalo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zalo&apos;s history has no messages of this time that are not here.</source>
        <translation>Lịch sử Zalo không có tin nhắn nào của thời gian này mà ở đây còn thiếu.</translation>
    </message>
    <message>
        <source>Not sent, settled</source>
        <translation>Không gửi, đã bỏ qua</translation>
    </message>
    <message>
        <source>The bot is paused in this chat.</source>
        <translation>Bot đang tạm dừng trong cuộc trò chuyện này.</translation>
    </message>
    <message>
        <source>You took this chat over. The bot is paused here until %1.</source>
        <translation>Bạn đang tự trả lời trong cuộc trò chuyện này. Bot tạm dừng ở đây đến %1.</translation>
    </message>
    <message>
        <source>The bot is paused in this chat until %1, because you wrote here yourself.</source>
        <translation>Bot tạm dừng trong cuộc trò chuyện này đến %1, vì bạn đã tự viết ở đây.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who wrote in a group, and what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not answered, settled</source>
        <translation>Chưa trả lời, đã bỏ qua</translation>
    </message>
</context>
<context>
    <name>ChainPresenter</name>
    <message>
        <source>since %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>last confirmed %1</source>
        <translation>xác nhận lúc %1</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Không chạy được</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Quá cũ</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Đã tìm thấy</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>phiên bản %1</translation>
    </message>
    <message>
        <source>Companion</source>
        <translation>Zalo Companion</translation>
    </message>
    <message>
        <source>Relays messages</source>
        <translation>Sẵn sàng chuyển tin</translation>
    </message>
    <message>
        <source>Relay paused</source>
        <translation>Tạm dừng chuyển tin</translation>
    </message>
    <message>
        <source>Cannot store messages</source>
        <translation>Không lưu được tin</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Đã kết nối</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Không trả lời</translation>
    </message>
    <message>
        <source>Waits for your approval</source>
        <translation>Chờ bạn chấp thuận</translation>
    </message>
    <message>
        <source>Its key cannot be read</source>
        <translation>Không đọc được khóa</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Chưa kết nối</translation>
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
        <translation>Bot: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Bạn: %1</translation>
    </message>
    <message>
        <source>Action required</source>
        <translation>Cần xử lý</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n tin đang chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>Tạm dừng đến %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tạm dừng</translation>
    </message>
</context>
<context>
    <name>CureText</name>
    <message>
        <source>not set</source>
        <translation>chưa đặt</translation>
    </message>
    <message>
        <source>%1: adds %2</source>
        <translation>%1: thêm %2</translation>
    </message>
    <message>
        <source>%1: removes %2</source>
        <translation>%1: bỏ %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Allo&amp;w this person…</source>
        <translation>Cho &amp;phép người này…</translation>
    </message>
    <message>
        <source>Ans&amp;wer in this group…</source>
        <translation>Trả lời tron&amp;g nhóm này…</translation>
    </message>
    <message>
        <source>Ans&amp;wer without a mention…</source>
        <translation>Trả lời không cần nhắc tê&amp;n…</translation>
    </message>
    <message>
        <source>Allow this person</source>
        <translation>Cho phép người này</translation>
    </message>
    <message>
        <source>Answer in this group</source>
        <translation>Trả lời trong nhóm này</translation>
    </message>
    <message>
        <source>Answer without a mention</source>
        <translation>Trả lời không cần nhắc tên</translation>
    </message>
    <message>
        <source>The bot will answer %1 in groups.</source>
        <translation>Bot sẽ trả lời %1 trong các nhóm.</translation>
    </message>
    <message>
        <source>The bot will answer %1.</source>
        <translation>Bot sẽ trả lời %1.</translation>
    </message>
    <message>
        <source>The bot will answer in the group %1.</source>
        <translation>Bot sẽ trả lời trong nhóm %1.</translation>
    </message>
    <message>
        <source>The bot will answer every message in the group %1, also those that do not mention it.</source>
        <translation>Bot sẽ trả lời mọi tin nhắn trong nhóm %1, kể cả khi không được nhắc tên.</translation>
    </message>
    <message>
        <source>Allowed.</source>
        <translation>Đã cho phép.</translation>
    </message>
    <message>
        <source>The bot answers in this group now.</source>
        <translation>Bot đã bắt đầu trả lời trong nhóm này.</translation>
    </message>
    <message>
        <source>The bot answers here without a mention now.</source>
        <translation>Từ giờ bot trả lời ở đây mà không cần nhắc tên.</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The program zca was not found. Install it with “npm install -g openzca”, or set ZALO_COMPANION_ZCA to its path.</source>
        <translation>Không tìm thấy chương trình zca. Hãy cài bằng “npm install -g openzca”, hoặc đặt đường dẫn của nó vào ZALO_COMPANION_ZCA.</translation>
    </message>
    <message>
        <source>%1 is not executable. Run “chmod +x” on it, or set ZALO_COMPANION_ZCA to another zca.</source>
        <translation>%1 không có quyền thực thi. Hãy chạy “chmod +x” cho tệp này, hoặc đặt ZALO_COMPANION_ZCA tới một zca khác.</translation>
    </message>
    <message>
        <source>zca was found, but it does not run (%1). Try “zca --version” in a terminal; openzca needs Node.js 22.13 or newer.</source>
        <translation>Đã tìm thấy zca nhưng không chạy được (%1). Hãy thử “zca --version” trong cửa sổ lệnh; openzca cần Node.js 22.13 trở lên.</translation>
    </message>
    <message>
        <source>zca reported an error: %1</source>
        <translation>zca báo lỗi: %1</translation>
    </message>
    <message>
        <source>This zca is too old, or the program is no zca: it does not understand a call (%1). Update it with “npm install -g openzca@latest”.</source>
        <translation>zca này quá cũ, hoặc chương trình không phải là zca: nó không hiểu một lệnh gọi (%1). Hãy cập nhật bằng “npm install -g openzca@latest”.</translation>
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
        <source>Zalo refused: %1</source>
        <translation>Zalo từ chối: %1</translation>
    </message>
    <message>
        <source>There is no such friend or group. Look the id up: openclaw directory peers list --channel zalouser</source>
        <translation>Không có bạn bè hay nhóm này. Hãy tra mã: openclaw directory peers list --channel zalouser</translation>
    </message>
    <message>
        <source>Zalo cannot be told which message is meant. It is not kept here any more, or it is one of your own in a direct chat.</source>
        <translation>Không thể cho Zalo biết đó là tin nào. Tin không còn được lưu ở đây, hoặc là tin của chính bạn trong một cuộc trò chuyện riêng.</translation>
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
        <source>Cancelled.</source>
        <translation>Đã hủy.</translation>
    </message>
    <message>
        <source>It is not certain whether the message was sent. Look in Zalo before you send it again.</source>
        <translation>Không chắc tin nhắn đã được gửi hay chưa. Hãy xem trong Zalo trước khi gửi lại.</translation>
    </message>
    <message>
        <source>The data file cannot be written, so receiving is paused. Make its folder and the file writable for you and it resumes automatically: %1</source>
        <translation>Không ghi được tệp dữ liệu nên tạm dừng nhận tin nhắn. Hãy cấp cho bạn quyền ghi vào thư mục và tệp, việc nhận tin sẽ tự động tiếp tục: %1</translation>
    </message>
    <message>
        <source>Another program is using the data file, so receiving is paused. Close that program and it resumes automatically: %1</source>
        <translation>Một chương trình khác đang dùng tệp dữ liệu nên tạm dừng nhận tin nhắn. Hãy đóng chương trình đó, việc nhận tin sẽ tự động tiếp tục: %1</translation>
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
        <source>The disk is full, so receiving is paused. Free some space and it resumes automatically: %1</source>
        <translation>Đĩa đã đầy nên tạm dừng nhận tin nhắn. Hãy giải phóng dung lượng, việc nhận tin sẽ tự động tiếp tục: %1</translation>
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
        <translation>Không dùng được khóa của các Gateway. Hãy mở kho khóa rồi thử lại (%1).</translation>
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
        <source>This web address is never opened by Zalo Companion: %1</source>
        <translation>Zalo Companion không bao giờ mở địa chỉ web này: %1</translation>
    </message>
    <message>
        <source>The file is too large to download (more than %1 bytes).</source>
        <translation>Tệp quá lớn để tải xuống (hơn %1 byte).</translation>
    </message>
    <message>
        <source>The file could not be downloaded: %1</source>
        <translation>Không tải xuống được tệp: %1</translation>
    </message>
    <message>
        <source>Something went wrong inside Zalo Companion: %1</source>
        <translation>Có lỗi bên trong Zalo Companion: %1</translation>
    </message>
    <message>
        <source>This copy of Zalo Companion has no demo: its simulator is not there (%1). Build it with -DZALO_DEMO=ON, or start Zalo Companion without --demo.</source>
        <translation>Bản Zalo Companion này không có bản thử: thiếu trình mô phỏng (%1). Hãy dựng lại với -DZALO_DEMO=ON, hoặc khởi động Zalo Companion mà không dùng --demo.</translation>
    </message>
    <message>
        <source>More messages waited than this account may send in that time, so it was not sent. Send it again later, or allow more messages per minute in Zalo Companion&apos;s settings.</source>
        <translation>Có nhiều tin chờ hơn mức tài khoản này được gửi trong thời gian đó, nên tin chưa được gửi. Hãy gửi lại sau, hoặc cho phép nhiều tin hơn mỗi phút trong phần cài đặt của Zalo Companion.</translation>
    </message>
    <message>
        <source>zca stopped responding and is being restarted (%1).</source>
        <translation>zca không còn phản hồi và đang được khởi động lại (%1).</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere, perhaps by OpenClaw&apos;s own Zalo channel: it has a login on this machine. Turn that channel off, or move its file away and restart the Gateway; then reconnect with “zalo-companion reconnect”: %1</source>
        <translation>Zalo đã được mở ở nơi khác, có thể do kênh Zalo riêng của OpenClaw: kênh đó có phiên đăng nhập trên máy này. Hãy tắt kênh đó, hoặc chuyển tệp của nó đi rồi khởi động lại Gateway; sau đó kết nối lại bằng “zalo-companion reconnect”: %1</translation>
    </message>
    <message>
        <source>%1 was logged out and %2 is logged in now; nothing was sent. Send it again to send it as %2.</source>
        <translation>%1 đã đăng xuất và hiện %2 đang đăng nhập; chưa gửi gì cả. Hãy gửi lại nếu muốn gửi bằng tài khoản %2.</translation>
    </message>
    <message>
        <source>This Zalo account is already connected in the profile “%1”. Log in with a different account here, or log out there and reconnect: zalo-companion reconnect</source>
        <translation>Tài khoản Zalo này đã kết nối ở hồ sơ “%1”. Hãy đăng nhập tài khoản khác ở đây, hoặc đăng xuất ở đó rồi kết nối lại: zalo-companion reconnect</translation>
    </message>
    <message>
        <source>The disk could not be read or written, so receiving is paused. Check it; retrying automatically: %1</source>
        <translation>Không đọc hoặc ghi được ổ đĩa nên tạm dừng nhận tin nhắn. Hãy kiểm tra ổ đĩa; đang tự động thử lại: %1</translation>
    </message>
    <message>
        <source>OpenClaw was not found. Install it (https://docs.openclaw.ai), or set ZALO_COMPANION_OPENCLAW to the path of “openclaw”.</source>
        <translation>Không tìm thấy OpenClaw. Hãy cài đặt (https://docs.openclaw.ai), hoặc đặt ZALO_COMPANION_OPENCLAW thành đường dẫn của “openclaw”.</translation>
    </message>
    <message>
        <source>%1 is not executable. Set ZALO_COMPANION_OPENCLAW to the path of “openclaw”.</source>
        <translation>%1 không có quyền thực thi. Hãy đặt ZALO_COMPANION_OPENCLAW thành đường dẫn của “openclaw”.</translation>
    </message>
    <message>
        <source>OpenClaw %1 is too old for the plugin, which needs 2026.9.0 or newer. Update it: openclaw update</source>
        <translation>OpenClaw %1 quá cũ đối với plugin, cần bản 2026.9.0 trở lên. Hãy cập nhật: openclaw update</translation>
    </message>
    <message>
        <source>OpenClaw reported: %1</source>
        <translation>OpenClaw báo: %1</translation>
    </message>
    <message>
        <source>This copy of Zalo Companion came without the Gateway&apos;s plugin. Install Zalo Companion again; the plugin belongs here: %1</source>
        <translation>Bản Zalo Companion này thiếu plugin của Gateway. Hãy cài lại Zalo Companion; plugin phải nằm ở: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration cannot be read, so nothing was changed. Correct it, with the help of “openclaw config validate”: %1</source>
        <translation>Không đọc được cấu hình của OpenClaw nên chưa thay đổi gì. Hãy sửa lại, dùng “openclaw config validate” để xem lỗi: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration is spread over several files ($include), so nothing was changed. Run “openclaw plugins install” with the plugin&apos;s folder, then write channels: { zalouser: { enabled: true, dmPolicy: &quot;pairing&quot; } } yourself: %1</source>
        <translation>Cấu hình của OpenClaw nằm trong nhiều tệp ($include) nên chưa thay đổi gì. Hãy chạy “openclaw plugins install” với thư mục của plugin, rồi tự ghi channels: { zalouser: { enabled: true, dmPolicy: &quot;pairing&quot; } }: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration is a symbolic link, which OpenClaw does not write to, so nothing was changed. Put the file itself there, or set OPENCLAW_CONFIG_PATH to it: %1</source>
        <translation>Cấu hình của OpenClaw là liên kết tượng trưng, OpenClaw không ghi vào đó, nên chưa thay đổi gì. Hãy đặt chính tệp ấy vào đây, hoặc chỉ tới nó bằng OPENCLAW_CONFIG_PATH: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration belongs to another user, so nothing was changed. Run this as that user: %1</source>
        <translation>Cấu hình của OpenClaw thuộc về người dùng khác nên chưa thay đổi gì. Hãy chạy lại bằng tài khoản đó: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration switches the plugin off (%1), so nothing was changed. Allow it there first.</source>
        <translation>Cấu hình của OpenClaw đang tắt plugin (%1) nên chưa thay đổi gì. Hãy cho phép plugin trong đó trước.</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration has something unexpected at %1, so nothing was changed. Correct it there first.</source>
        <translation>Cấu hình của OpenClaw có nội dung không như dự kiến tại %1 nên chưa thay đổi gì. Hãy sửa chỗ đó trước.</translation>
    </message>
    <message>
        <source>OpenClaw does not accept its configuration with the channel in it, so it was put back as it was: %1</source>
        <translation>OpenClaw không chấp nhận cấu hình khi có kênh này nên cấu hình đã được trả lại như cũ: %1</translation>
    </message>
    <message>
        <source>OpenClaw&apos;s configuration was changed by somebody else, so it was left as it is: %1</source>
        <translation>Cấu hình của OpenClaw đã bị thay đổi từ nơi khác nên được giữ nguyên: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo: no Gateway was set up from here.</source>
        <translation>Không có gì để hoàn tác: chưa có Gateway nào được thiết lập từ đây.</translation>
    </message>
    <message>
        <source>Everything is in place, but the Gateway&apos;s plugin did not reach this companion: %1</source>
        <translation>Mọi thứ đã sẵn sàng, nhưng plugin của Gateway chưa kết nối được tới Zalo Companion: %1</translation>
    </message>
    <message>
        <source>The Gateway could not take the message just now (%1). Delivery is retried automatically.</source>
        <translation>Gateway hiện chưa nhận được tin nhắn (%1). Tin sẽ tự động được chuyển lại.</translation>
    </message>
    <message>
        <source>Zalo refused the login without giving a reason. Retrying automatically, at growing intervals. If it lasts, log in again with the QR code.</source>
        <translation>Zalo từ chối đăng nhập mà không nêu lý do. Đang tự động thử lại, mỗi lần cách nhau lâu hơn. Nếu vẫn không được, hãy đăng nhập lại bằng mã QR.</translation>
    </message>
    <message>
        <source>Nothing was sent: zca cannot send this file. Check that it is not empty, or send it in another format.</source>
        <translation>Chưa gửi được gì: zca không gửi được tệp này. Hãy kiểm tra xem tệp có trống không, hoặc gửi ở định dạng khác.</translation>
    </message>
    <message>
        <source>Zalo does not take files of this type (%1). Send the file in another format, or a link to it.</source>
        <translation>Zalo không nhận loại tệp này (%1). Hãy gửi tệp ở định dạng khác, hoặc gửi liên kết tới tệp.</translation>
    </message>
    <message>
        <source>The file is larger than Zalo takes (%1). Make it smaller, or send a link to it.</source>
        <translation>Tệp lớn hơn mức Zalo cho phép (%1). Hãy giảm dung lượng, hoặc gửi liên kết tới tệp.</translation>
    </message>
    <message>
        <source>The picture cannot be read. Check the file, or save it again as PNG or JPEG.</source>
        <translation>Không đọc được ảnh. Hãy kiểm tra tệp, hoặc lưu lại ảnh dưới dạng PNG hay JPEG.</translation>
    </message>
    <message>
        <source>Several members of the group have the name after an @, so nothing was sent. Send the text again without the @.</source>
        <translation>Nhiều thành viên trong nhóm trùng tên đứng sau dấu @ nên tin chưa được gửi. Hãy gửi lại mà không có dấu @.</translation>
    </message>
    <message>
        <source>zca did not send it: %1</source>
        <translation>zca không gửi: %1</translation>
    </message>
    <message>
        <source>The installed zca cannot do this. Update zca.</source>
        <translation>zca đã cài không làm được việc này. Hãy cập nhật zca.</translation>
    </message>
    <message>
        <source>Zalo cannot be reached. Check the internet connection. Retrying automatically.</source>
        <translation>Không liên lạc được với Zalo. Hãy kiểm tra kết nối mạng. Đang tự động thử lại.</translation>
    </message>
    <message>
        <source>Zalo asks for a pause: too many requests. Sending resumes automatically later.</source>
        <translation>Zalo yêu cầu tạm nghỉ: quá nhiều yêu cầu. Việc gửi sẽ tự động tiếp tục sau.</translation>
    </message>
    <message>
        <source>Another Zalo Companion uses this data but does not answer. End that process, then try again: %1</source>
        <translation>Một Zalo Companion khác đang dùng dữ liệu này nhưng không trả lời. Hãy kết thúc tiến trình đó rồi thử lại: %1</translation>
    </message>
    <message>
        <source>This folder’s file system has no file locks, so two programs could send the same messages. Point XDG_DATA_HOME at a local disk: %1</source>
        <translation>Hệ thống tệp chứa thư mục này không hỗ trợ khóa tệp, nên hai chương trình có thể gửi trùng tin nhắn. Hãy trỏ XDG_DATA_HOME tới một ổ đĩa trong máy: %1</translation>
    </message>
    <message>
        <source>This file is not passed on. Choose a file of your own, smaller than 1 GiB, outside the folders of Zalo Companion: %1</source>
        <translation>Tệp này không được gửi đi. Hãy chọn một tệp của bạn, nhỏ hơn 1 GiB, nằm ngoài các thư mục của Zalo Companion: %1</translation>
    </message>
    <message>
        <source>There are %1 accounts already. Remove one that is not used any more, then try again.</source>
        <translation>Đã có %1 tài khoản. Hãy xóa một tài khoản không còn dùng rồi thử lại.</translation>
    </message>
    <message>
        <source>%1 logins are under way already. Finish or cancel one, then try again.</source>
        <translation>Đang có %1 lượt đăng nhập. Hãy hoàn tất hoặc hủy một lượt rồi thử lại.</translation>
    </message>
    <message>
        <source>The Gateway is not connected just now. Try again once it is.</source>
        <translation>Gateway hiện chưa kết nối. Hãy thử lại khi Gateway đã kết nối.</translation>
    </message>
    <message>
        <source>This request is no longer there: it was answered elsewhere, or is older than an hour. Whoever writes again asks again.</source>
        <translation>Yêu cầu này không còn nữa: đã được trả lời ở nơi khác, hoặc đã quá một giờ. Ai nhắn lại thì yêu cầu sẽ xuất hiện lại.</translation>
    </message>
    <message>
        <source>This request is being answered already. Wait a moment.</source>
        <translation>Yêu cầu này đang được xử lý. Hãy chờ giây lát.</translation>
    </message>
    <message>
        <source>The Gateway did not allow this from here. Run on its computer: %1</source>
        <translation>Gateway không cho phép làm việc này từ đây. Hãy chạy trên máy của Gateway: %1</translation>
    </message>
    <message>
        <source>The Gateway did not answer in time. If the request is still listed, try again.</source>
        <translation>Gateway không trả lời kịp. Nếu yêu cầu vẫn còn trong danh sách, hãy thử lại.</translation>
    </message>
    <message>
        <source>No further file can be opened or program started just now (%1). Close programs that you do not need; retrying automatically.</source>
        <translation>Hiện không mở thêm được tệp hay chạy thêm được chương trình nào (%1). Hãy đóng những chương trình không cần; đang tự động thử lại.</translation>
    </message>
    <message>
        <source>The Gateway&apos;s plugin is too old for this. Choose “Update plugin…” on the page Gateway, then try again.</source>
        <translation>Plugin của Gateway quá cũ nên chưa làm được việc này. Hãy chọn “Cập nhật plugin…” trên trang Gateway rồi thử lại.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>%1 Next try at %2.</source>
        <translation>%1 Lần thử tiếp theo: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>cơ sở dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>Receiving is paused. Start over with a new database; the damaged one is kept.</source>
        <translation>Đang tạm dừng nhận tin. Hãy bắt đầu lại với cơ sở dữ liệu mới; bản hỏng vẫn được giữ.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>đĩa đã đầy</translation>
    </message>
    <message>
        <source>messages cannot be stored: the disk is read-only</source>
        <translation>không lưu được tin nhắn: đĩa chỉ cho đọc</translation>
    </message>
    <message>
        <source>another program holds the database</source>
        <translation>chương trình khác đang giữ cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>messages cannot be stored</source>
        <translation>không lưu được tin nhắn</translation>
    </message>
    <message>
        <source>the Gateway&apos;s key cannot be read</source>
        <translation>không đọc được khóa của Gateway</translation>
    </message>
    <message>
        <source>something is wrong with the connection to Zalo</source>
        <translation>kết nối với Zalo gặp trục trặc</translation>
    </message>
    <message>
        <source>the program zca is missing</source>
        <translation>thiếu chương trình zca</translation>
    </message>
    <message>
        <source>the program zca is too old</source>
        <translation>chương trình zca quá cũ</translation>
    </message>
    <message>
        <source>the program zca does not work</source>
        <translation>chương trình zca không chạy được</translation>
    </message>
    <message>
        <source>no Zalo account is set up yet</source>
        <translation>chưa có tài khoản Zalo nào</translation>
    </message>
    <message>
        <source>Log in with the QR code.</source>
        <translation>Hãy đăng nhập bằng mã QR.</translation>
    </message>
    <message>
        <source>the account is not logged in</source>
        <translation>tài khoản chưa đăng nhập</translation>
    </message>
    <message>
        <source>the login has expired</source>
        <translation>phiên đăng nhập đã hết hạn</translation>
    </message>
    <message>
        <source>Zalo ended this login. Log in again with the QR code.</source>
        <translation>Zalo đã kết thúc phiên đăng nhập này. Hãy đăng nhập lại bằng mã QR.</translation>
    </message>
    <message>
        <source>Zalo keeps refusing the login</source>
        <translation>Zalo liên tục từ chối đăng nhập</translation>
    </message>
    <message>
        <source>the account is connected twice</source>
        <translation>tài khoản được kết nối hai lần</translation>
    </message>
    <message>
        <source>This account is already connected in the profile “%1”. Log in with a different account here, or log out there and reconnect.</source>
        <translation>Tài khoản này đã kết nối ở hồ sơ “%1”. Hãy đăng nhập tài khoản khác ở đây, hoặc đăng xuất ở đó rồi kết nối lại.</translation>
    </message>
    <message>
        <source>another Zalo channel took the connection</source>
        <translation>một kênh Zalo khác đã chiếm kết nối</translation>
    </message>
    <message>
        <source>Perhaps OpenClaw&apos;s own Zalo channel took it: it has a login on this machine (%1). Turn that channel off, or move this file away and restart the Gateway, then reconnect.</source>
        <translation>Có thể do kênh Zalo riêng của OpenClaw: kênh đó có phiên đăng nhập trên máy này (%1). Hãy tắt kênh đó, hoặc chuyển tệp này đi rồi khởi động lại Gateway, sau đó kết nối lại.</translation>
    </message>
    <message>
        <source>Zalo was opened elsewhere</source>
        <translation>Zalo đã được mở ở nơi khác</translation>
    </message>
    <message>
        <source>Close Zalo Web or Zalo PC, then reconnect: only one of them can be open.</source>
        <translation>Hãy đóng Zalo Web hoặc Zalo PC rồi kết nối lại: chỉ được mở một nơi.</translation>
    </message>
    <message>
        <source>another program uses this login</source>
        <translation>chương trình khác đang dùng phiên này</translation>
    </message>
    <message>
        <source>Stop the other program, then reconnect.</source>
        <translation>Hãy dừng chương trình kia rồi kết nối lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n Gateway(s) waiting for approval</source>
        <translation>
            <numerusform>%n Gateway đang chờ chấp thuận</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve it if it is yours.</source>
        <translation>Hãy chấp thuận nếu đó là của bạn.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be delivered</source>
        <translation>
            <numerusform>Không chuyển được %n tin nhắn cho bot</numerusform>
        </translation>
    </message>
    <message>
        <source>The Gateway refused them. Deliver them again, or dismiss them.</source>
        <translation>Gateway đã từ chối. Hãy chuyển lại cho bot hoặc bỏ qua.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) got no answer in time</source>
        <translation>
            <numerusform>%n tin nhắn chưa được trả lời kịp</numerusform>
        </translation>
    </message>
    <message>
        <source>They waited too long for the Gateway. Deliver them if they still matter.</source>
        <translation>Các tin này chờ Gateway quá lâu. Nếu vẫn còn cần, hãy chuyển cho bot.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) possibly sent</source>
        <translation>
            <numerusform>%n tin nhắn có thể đã gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>Zalo did not confirm them. Look into the chat and decide whether to send them again.</source>
        <translation>Zalo chưa xác nhận. Hãy xem cuộc trò chuyện rồi quyết định có gửi lại không.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting for the account “%1”</source>
        <translation>
            <numerusform>%n tin nhắn đang chờ tài khoản “%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was logged in here before. Log in with it again, or discard what waits in the overview.</source>
        <translation>Trước đây “%1” đăng nhập ở đây. Hãy đăng nhập lại tài khoản đó, hoặc bỏ những tin đang chờ ở trang Tổng quan.</translation>
    </message>
    <message>
        <source>the Gateway&apos;s plugin is out of date</source>
        <translation>plugin của Gateway đã cũ</translation>
    </message>
    <message>
        <source>Some features need an update.</source>
        <translation>Một số tính năng cần bản cập nhật.</translation>
    </message>
    <message>
        <source>the bot is paused</source>
        <translation>bot đang tạm dừng</translation>
    </message>
    <message>
        <source>Messages are kept here and wait until you resume it.</source>
        <translation>Tin nhắn được giữ ở đây cho đến khi bạn cho bot chạy tiếp.</translation>
    </message>
    <message>
        <source>sending is paused until %1</source>
        <translation>tạm dừng gửi đến %1</translation>
    </message>
    <message>
        <source>Zalo limits how much this account sends: a message was refused or dropped. Sending resumes automatically then; incoming messages arrive as before.</source>
        <translation>Zalo đang giới hạn việc gửi của tài khoản này: một tin đã bị từ chối hoặc không được gửi đi. Đến lúc đó việc gửi sẽ tự tiếp tục; tin người khác gửi cho bạn vẫn đến bình thường.</translation>
    </message>
    <message numerus="yes">
        <source>the bot is paused in %n chat(s)</source>
        <translation>
            <numerusform>bot tạm dừng trong %n cuộc trò chuyện</numerusform>
        </translation>
    </message>
    <message>
        <source>What is written there waits until the bot is resumed.</source>
        <translation>Tin gửi đến đó chờ cho đến khi bot hoạt động lại.</translation>
    </message>
    <message>
        <source>Zalo cannot be reached</source>
        <translation>không liên lạc được với Zalo</translation>
    </message>
    <message>
        <source>Check the internet connection. Retrying automatically.</source>
        <translation>Hãy kiểm tra mạng. Đang tự động thử lại.</translation>
    </message>
    <message>
        <source>Zalo refused the login</source>
        <translation>Zalo đã từ chối đăng nhập</translation>
    </message>
    <message>
        <source>no Gateway is set up yet</source>
        <translation>chưa thiết lập Gateway nào</translation>
    </message>
    <message>
        <source>Messages are kept here and wait for it.</source>
        <translation>Tin nhắn được giữ ở đây chờ Gateway.</translation>
    </message>
    <message>
        <source>no Gateway is connected</source>
        <translation>chưa có Gateway nào kết nối</translation>
    </message>
    <message>
        <source>the Gateway does not answer</source>
        <translation>Gateway không trả lời</translation>
    </message>
    <message>
        <source>Messages are kept here. Retrying automatically.</source>
        <translation>Tin nhắn được giữ ở đây. Đang tự động thử lại.</translation>
    </message>
    <message>
        <source>connecting to Zalo again</source>
        <translation>đang kết nối lại với Zalo</translation>
    </message>
    <message>
        <source>The connection broke. Retrying automatically.</source>
        <translation>Kết nối bị ngắt. Đang tự động thử lại.</translation>
    </message>
    <message>
        <source>connecting to Zalo</source>
        <translation>đang kết nối với Zalo</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Xin chờ một chút.</translation>
    </message>
    <message>
        <source>waiting for the QR code to be scanned</source>
        <translation>đang chờ quét mã QR</translation>
    </message>
    <message>
        <source>Scan the QR code with Zalo on your phone.</source>
        <translation>Hãy quét mã QR bằng Zalo trên điện thoại.</translation>
    </message>
    <message numerus="yes">
        <source>delivering %n message(s) that waited</source>
        <translation>
            <numerusform>đang chuyển %n tin chờ cho bot</numerusform>
        </translation>
    </message>
    <message>
        <source>The bot gets them at a pace that it can follow.</source>
        <translation>Bot nhận dần để kịp xử lý.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>đang khởi động</translation>
    </message>
    <message>
        <source>The program zca is being looked for.</source>
        <translation>Đang tìm chương trình zca.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) asking whether the bot may answer</source>
        <translation>
            <numerusform>%n người đang chờ được trò chuyện với bot</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve whoever may talk to the bot.</source>
        <translation>Hãy chấp thuận những ai được trò chuyện với bot.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) waiting since %1: %2</source>
        <translation>
            <numerusform>%n khách đang chờ từ %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>messages are stuck</source>
        <translation>tin nhắn bị kẹt</translation>
    </message>
    <message>
        <source>Everything is connected, and still they do not get through. Each message says what it waits for.</source>
        <translation>Mọi thứ đều đã kết nối mà tin vẫn chưa đi được. Mỗi tin nhắn cho biết nó đang chờ gì.</translation>
    </message>
    <message numerus="yes">
        <source>the bot failed to answer %n message(s)</source>
        <translation>
            <numerusform>bot không trả lời được %n tin nhắn</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of them says why. Hand them to the bot again, or dismiss them.</source>
        <translation>Mỗi tin nhắn cho biết lý do. Hãy chuyển lại cho bot hoặc bỏ qua.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent</source>
        <translation>
            <numerusform>không gửi được %n tin nhắn</numerusform>
        </translation>
    </message>
    <message>
        <source>Send them again, or dismiss them.</source>
        <translation>Hãy gửi lại hoặc bỏ qua.</translation>
    </message>
    <message>
        <source>accounts of the Gateway (%1) share the profile “%2”</source>
        <translation>các tài khoản của Gateway (%1) dùng chung hồ sơ “%2”</translation>
    </message>
    <message>
        <source>Only the first of them gets its messages, and after a restart that may be another one. Give each account a profile of its own in the Gateway&apos;s configuration (channels.zalouser.accounts).</source>
        <translation>Chỉ tài khoản đầu tiên nhận được tin nhắn, và sau khi khởi động lại có thể là tài khoản khác. Hãy đặt cho mỗi tài khoản một hồ sơ riêng trong cấu hình của Gateway (channels.zalouser.accounts).</translation>
    </message>
</context>
<context>
    <name>GapRecovery</name>
    <message>
        <source>Messages may be missing</source>
        <translation>Có thể thiếu tin nhắn</translation>
    </message>
    <message>
        <source>Could not be asked for yet</source>
        <translation>Chưa hỏi được</translation>
    </message>
    <message>
        <source>Nothing came</source>
        <translation>Không có tin nhắn nào</translation>
    </message>
    <message numerus="yes">
        <source>%n messages recovered</source>
        <translation>
            <numerusform>Đã lấy lại %n tin nhắn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatewayPresenter</name>
    <message>
        <source>A stand-in answers in the demo</source>
        <translation>Trong bản demo, một bot giả lập trả lời</translation>
    </message>
    <message>
        <source>The OpenClaw Gateway of this computer is left alone.</source>
        <translation>Gateway OpenClaw trên máy này không bị động tới.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>Asking OpenClaw. This takes a few seconds.</source>
        <translation>Đang hỏi OpenClaw. Việc này mất vài giây.</translation>
    </message>
    <message>
        <source>OpenClaw did not answer</source>
        <translation>OpenClaw không trả lời</translation>
    </message>
    <message>
        <source>OpenClaw was not found on this computer</source>
        <translation>Không tìm thấy OpenClaw trên máy này</translation>
    </message>
    <message>
        <source>Install it (https://docs.openclaw.ai), then check again.</source>
        <translation>Hãy cài đặt OpenClaw (https://docs.openclaw.ai) rồi kiểm tra lại.</translation>
    </message>
    <message>
        <source>It first finishes the answers that it is working on.</source>
        <translation>Gateway trả lời xong những tin đang xử lý trước đã.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Đang khởi động…</translation>
    </message>
    <message>
        <source>This can take a minute.</source>
        <translation>Việc này có thể mất một phút.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Đang khởi động lại…</translation>
    </message>
    <message>
        <source>Installing the service…</source>
        <translation>Đang cài đặt dịch vụ…</translation>
    </message>
    <message>
        <source>It runs as a service, which starts with the session.</source>
        <translation>Gateway chạy như một dịch vụ, tự khởi động khi bạn đăng nhập vào máy.</translation>
    </message>
    <message>
        <source>It runs without a service: after a restart of the computer it has to be started again.</source>
        <translation>Gateway không chạy như một dịch vụ: khi máy khởi động lại, phải bật lại Gateway.</translation>
    </message>
    <message>
        <source>OpenClaw %1, port %2. Version %3 is installed: restart it to use that one.</source>
        <translation>OpenClaw %1, cổng %2. Đã cài phiên bản %3: hãy khởi động lại Gateway để dùng bản này.</translation>
    </message>
    <message>
        <source>OpenClaw %1, port %2.</source>
        <translation>OpenClaw %1, cổng %2.</translation>
    </message>
    <message>
        <source>Running since %1</source>
        <translation>Đang chạy từ %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Đang chạy</translation>
    </message>
    <message>
        <source>It is not connected to Zalo Companion. If it stays like this, set up OpenClaw below.</source>
        <translation>Gateway chưa kết nối với Zalo Companion. Nếu vẫn như vậy, hãy thiết lập OpenClaw ở bên dưới.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>Nobody gets an answer until it runs. Messages are kept here and wait for it.</source>
        <translation>Không ai được trả lời cho đến khi Gateway chạy. Tin nhắn được giữ ở đây chờ Gateway.</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Không trả lời</translation>
    </message>
    <message>
        <source>It is starting, or busy. If it stays like this, restart it.</source>
        <translation>Gateway đang khởi động hoặc đang bận. Nếu vẫn như vậy, hãy khởi động lại Gateway.</translation>
    </message>
    <message>
        <source>Another program uses its port</source>
        <translation>Một chương trình khác đang dùng cổng của Gateway</translation>
    </message>
    <message>
        <source>The Gateway needs port %1. Quit that program, or set another port in OpenClaw&apos;s configuration, then check again.</source>
        <translation>Gateway cần cổng %1. Hãy thoát chương trình đó, hoặc đặt cổng khác trong cấu hình của OpenClaw, rồi kiểm tra lại.</translation>
    </message>
    <message>
        <source>It ended right after its start. The last lines of its log below say why; start it again once that is mended.</source>
        <translation>Gateway dừng ngay sau khi khởi động. Những dòng cuối của nhật ký bên dưới cho biết lý do; khắc phục xong hãy khởi động lại.</translation>
    </message>
    <message>
        <source>It was started, but does not answer. Look at the last lines of its log below, then try again.</source>
        <translation>Đã khởi động nhưng Gateway không trả lời. Hãy xem những dòng cuối của nhật ký bên dưới rồi thử lại.</translation>
    </message>
    <message>
        <source>It could not be stopped from here. End it where it was started, for instance with Ctrl+C in its terminal.</source>
        <translation>Không dừng được Gateway từ đây. Hãy dừng ở nơi đã khởi động nó, chẳng hạn bằng Ctrl+C trong cửa sổ dòng lệnh.</translation>
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
        <source>there is no command “%1”; see zalo-companion --help</source>
        <translation>không có lệnh “%1”; xem zalo-companion --help</translation>
    </message>
    <message>
        <source>Start in the system tray, without a window.</source>
        <translation>Khởi động dưới khay hệ thống, không mở cửa sổ.</translation>
    </message>
    <message>
        <source>--headless and --hidden do not go together</source>
        <translation>không dùng chung --headless và --hidden</translation>
    </message>
    <message>
        <source>Open the window at a page: overview, login, contacts, activity, settings.</source>
        <translation>Mở cửa sổ ở một trang: overview, login, contacts, activity, settings.</translation>
    </message>
    <message>
        <source>there is no page “%1”; the pages are %2</source>
        <translation>không có trang “%1”; các trang là %2</translation>
    </message>
    <message>
        <source>--page does not go with --headless or --hidden</source>
        <translation>--page không dùng cùng --headless hay --hidden</translation>
    </message>
    <message>
        <source>setup-gateway, reset: do what it shows, unasked.</source>
        <translation>setup-gateway, reset: thực hiện ngay những gì được liệt kê, không hỏi lại.</translation>
    </message>
    <message>
        <source>setup-gateway: put OpenClaw back as it was before.</source>
        <translation>setup-gateway: trả OpenClaw về như trước.</translation>
    </message>
    <message>
        <source>--undo goes with setup-gateway only, --keep-damaged with reset only, and --yes with either</source>
        <translation>--undo chỉ dùng với setup-gateway, --keep-damaged chỉ dùng với reset, và --yes dùng với cả hai</translation>
    </message>
    <message>
        <source>reset: keep the damaged data file aside, and start with an empty one.</source>
        <translation>reset: giữ lại tệp dữ liệu hỏng, và bắt đầu với tệp trống.</translation>
    </message>
    <message>
        <source>status, reconnect [PROFILE], gateways [list | approve ID | refuse ID | revoke ID], pairing [list | approve CODE | dismiss CODE], profiles [list | add LABEL | rename NAME LABEL | remove NAME | erase NAME | discard NAME USER-ID], setup-gateway [--undo] [--yes], reset [--keep-damaged] [--yes], quit. Without one the program runs.</source>
        <translation>status, reconnect [PROFILE], gateways [list | approve ID | refuse ID | revoke ID], pairing [list | approve CODE | dismiss CODE], profiles [list | add LABEL | rename NAME LABEL | remove NAME | erase NAME | discard NAME USER-ID], setup-gateway [--undo] [--yes], reset [--keep-damaged] [--yes], quit. Không có lệnh nào thì chương trình chạy.</translation>
    </message>
</context>
<context>
    <name>LoginMessages</name>
    <message>
        <source>Show a new code</source>
        <translation>Hiện mã mới</translation>
    </message>
    <message>
        <source>Before the first login</source>
        <translation>Trước lần đăng nhập đầu tiên</translation>
    </message>
    <message>
        <source>Zalo does not allow programs to use a personal account. It may suspend or close the account that you log in with. Do not use one that you cannot lose.</source>
        <translation>Zalo không cho phép phần mềm sử dụng tài khoản cá nhân. Tài khoản bạn đăng nhập có thể bị tạm khóa hoặc khóa hẳn. Đừng dùng tài khoản mà bạn không thể để mất.</translation>
    </message>
    <message>
        <source>I understand, continue</source>
        <translation>Tôi hiểu, tiếp tục</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Keep your phone at hand</source>
        <translation>Hãy cầm sẵn điện thoại</translation>
    </message>
    <message>
        <source>The phone must be logged in with the bot&apos;s Zalo account.</source>
        <translation>Điện thoại phải đang đăng nhập tài khoản Zalo của bot.</translation>
    </message>
    <message>
        <source>Show the QR code</source>
        <translation>Hiện mã QR</translation>
    </message>
    <message>
        <source>This account is logged in here.</source>
        <translation>Tài khoản này đang đăng nhập tại đây.</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>Đăng nhập lại…</translation>
    </message>
    <message>
        <source>Log out…</source>
        <translation>Đăng xuất…</translation>
    </message>
    <message>
        <source>Getting a code from Zalo…</source>
        <translation>Đang lấy mã từ Zalo…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>The code was scanned</source>
        <translation>Mã đã được quét</translation>
    </message>
    <message>
        <source>%1 scanned the code</source>
        <translation>%1 đã quét mã</translation>
    </message>
    <message>
        <source>Now tap “Log in” on your phone.</source>
        <translation>Bây giờ hãy chạm “Đăng nhập” trên điện thoại.</translation>
    </message>
    <message>
        <source>%1 is logged in</source>
        <translation>%1 đã đăng nhập</translation>
    </message>
    <message>
        <source>The connection to Zalo is confirmed. You can close this window.</source>
        <translation>Kết nối với Zalo đã được xác nhận. Bạn có thể đóng cửa sổ này.</translation>
    </message>
    <message>
        <source>Show the overview</source>
        <translation>Xem tổng quan</translation>
    </message>
    <message>
        <source>The login was declined</source>
        <translation>Đăng nhập bị từ chối</translation>
    </message>
    <message>
        <source>Somebody tapped “Decline” on the phone.</source>
        <translation>Có người đã chạm “Từ chối” trên điện thoại.</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>Mã đã hết hạn</translation>
    </message>
    <message>
        <source>Nobody scanned it in time.</source>
        <translation>Không có ai quét mã kịp lúc.</translation>
    </message>
    <message>
        <source>The login was cancelled</source>
        <translation>Đã hủy đăng nhập</translation>
    </message>
    <message>
        <source>Another login took its place, or it was stopped elsewhere.</source>
        <translation>Một lần đăng nhập khác đã thay thế, hoặc nó bị dừng ở nơi khác.</translation>
    </message>
    <message>
        <source>The login did not work</source>
        <translation>Chưa đăng nhập được</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>%1 scanned the code, not %2</source>
        <translation>%1 đã quét mã, không phải %2</translation>
    </message>
    <message>
        <source>Is that the wrong account? Then do not tap “Log in” on that phone, and scan a new code with the right one.</source>
        <translation>Không đúng tài khoản? Đừng bấm “Đăng nhập” trên điện thoại đó, hãy quét mã mới bằng đúng tài khoản.</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Quét lại</translation>
    </message>
    <message>
        <source>This is %1&apos;s account, not the one of before</source>
        <translation>Đây là tài khoản của %1, không phải tài khoản trước đây</translation>
    </message>
    <message>
        <source>Messages that wait for the account of before stay until it is back. The bot rests until you decide.</source>
        <translation>Tin đang chờ của tài khoản trước vẫn được giữ cho đến khi tài khoản đó đăng nhập lại. Bot tạm nghỉ cho đến khi bạn chọn.</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>Dùng tài khoản này</translation>
    </message>
    <message>
        <source>This is %1&apos;s account, not %2&apos;s</source>
        <translation>Đây là tài khoản của %1, không phải của %2</translation>
    </message>
    <message>
        <source>Messages that wait for %1 stay until %1 is back. The bot rests until you decide.</source>
        <translation>Tin đang chờ của %1 vẫn được giữ cho đến khi %1 đăng nhập lại. Bot tạm nghỉ cho đến khi bạn chọn.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>The connection to Zalo is confirmed. The bot answers once the Gateway has this account, too: openclaw channels add --channel zalouser --account %1</source>
        <translation>Đã kết nối với Zalo. Bot sẽ trả lời khi Gateway cũng có tài khoản này: openclaw channels add --channel zalouser --account %1</translation>
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
        <source>Update zca: npm install -g openzca@latest</source>
        <translation>Cập nhật zca: npm install -g openzca@latest</translation>
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
        <source>Nothing to do. Retrying automatically.</source>
        <translation>Không cần làm gì. Đang tự động thử lại.</translation>
    </message>
</context>
<context>
    <name>OutcomeReason</name>
    <message>
        <source>The bot answers no direct messages.</source>
        <translation>Bot không trả lời tin nhắn riêng.</translation>
    </message>
    <message>
        <source>This person is not allowed to write to the bot.</source>
        <translation>Người này chưa được phép nhắn cho bot.</translation>
    </message>
    <message>
        <source>This person is new and waits for approval to write to the bot.</source>
        <translation>Người này mới nhắn lần đầu và đang chờ bạn cho phép.</translation>
    </message>
    <message>
        <source>This person is new and waits for approval. The pairing code could not be sent and goes out with their next message.</source>
        <translation>Người này mới nhắn lần đầu và đang chờ bạn cho phép. Chưa gửi được mã ghép nối; mã sẽ được gửi khi họ nhắn tin tiếp theo.</translation>
    </message>
    <message>
        <source>This person may not give commands to the bot.</source>
        <translation>Người này không được phép ra lệnh cho bot.</translation>
    </message>
    <message>
        <source>The bot answers in no group.</source>
        <translation>Bot không trả lời trong nhóm nào.</translation>
    </message>
    <message>
        <source>No group has been allowed for the bot yet.</source>
        <translation>Chưa có nhóm nào được phép dùng bot.</translation>
    </message>
    <message>
        <source>The bot is not allowed to answer in this group.</source>
        <translation>Bot chưa được phép trả lời trong nhóm này.</translation>
    </message>
    <message>
        <source>The bot is switched off in this group.</source>
        <translation>Bot đang tắt trong nhóm này.</translation>
    </message>
    <message>
        <source>This person is not allowed to write to the bot in groups.</source>
        <translation>Người này chưa được phép nhắn cho bot trong nhóm.</translation>
    </message>
    <message>
        <source>The bot was not mentioned. In this group it answers only when somebody mentions it.</source>
        <translation>Bot không được nhắc tên (@). Trong nhóm này bot chỉ trả lời khi được nhắc tên.</translation>
    </message>
    <message>
        <source>A rule of OpenClaw turned the message away: %1</source>
        <translation>Một quy tắc của OpenClaw đã chặn tin nhắn: %1</translation>
    </message>
    <message>
        <source>There is nothing in it to answer.</source>
        <translation>Tin nhắn không có nội dung để trả lời.</translation>
    </message>
    <message>
        <source>It was written from the bot&apos;s own account.</source>
        <translation>Tin này do chính tài khoản của bot gửi.</translation>
    </message>
    <message>
        <source>The bot does not answer a sticker alone.</source>
        <translation>Bot không trả lời tin chỉ có sticker.</translation>
    </message>
    <message>
        <source>The bot does not answer a reaction.</source>
        <translation>Bot không trả lời lượt bày tỏ cảm xúc.</translation>
    </message>
    <message>
        <source>The bot does not answer a contact card alone.</source>
        <translation>Bot không trả lời tin chỉ có danh thiếp.</translation>
    </message>
    <message>
        <source>OpenClaw was busy in this conversation and did not take the message up.</source>
        <translation>OpenClaw đang bận trong cuộc trò chuyện này nên chưa xử lý tin nhắn.</translation>
    </message>
    <message>
        <source>The bot answered, but its answer could not be sent.</source>
        <translation>Bot đã trả lời nhưng câu trả lời không gửi được.</translation>
    </message>
    <message>
        <source>The bot could not work on it: %1</source>
        <translation>Bot không xử lý được tin nhắn: %1</translation>
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
        <translation>%1  %2, từ %3</translation>
    </message>
    <message>
        <source>Its Gateway is not connected; it can be answered once it is.</source>
        <translation>Gateway của yêu cầu này chưa kết nối; có thể trả lời khi Gateway đã kết nối.</translation>
    </message>
    <message>
        <source>Nobody waits for approval.</source>
        <translation>Không có ai chờ chấp thuận.</translation>
    </message>
    <message>
        <source>Approved. The bot answers from the next message on.</source>
        <translation>Đã chấp thuận. Bot trả lời từ tin nhắn tiếp theo.</translation>
    </message>
    <message>
        <source>Approved. The bot answers %1 from the next message on.</source>
        <translation>Đã chấp thuận. Bot trả lời %1 từ tin nhắn tiếp theo.</translation>
    </message>
    <message>
        <source>Dismissed. Nobody is told; whoever writes again asks again.</source>
        <translation>Đã bỏ qua. Người đó không được báo; nhắn lại thì yêu cầu sẽ xuất hiện lại.</translation>
    </message>
</context>
<context>
    <name>PairingTexts</name>
    <message>
        <source>Message hidden</source>
        <translation>Tin nhắn đang ẩn</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Approving…</source>
        <translation>Đang chấp thuận…</translation>
    </message>
    <message>
        <source>Dismissing…</source>
        <translation>Đang bỏ qua…</translation>
    </message>
    <message>
        <source>The Gateway is not connected. You can answer once it is.</source>
        <translation>Gateway chưa kết nối. Bạn có thể trả lời khi Gateway đã kết nối.</translation>
    </message>
    <message>
        <source>Zalo user %1</source>
        <translation>Người dùng Zalo %1</translation>
    </message>
    <message>
        <source>waiting since %1, account %2</source>
        <translation>chờ từ %1, tài khoản %2</translation>
    </message>
    <message>
        <source>waiting since %1</source>
        <translation>chờ từ %1</translation>
    </message>
</context>
<context>
    <name>PausesText</name>
    <message>
        <source>The bot is paused in one chat until %1.</source>
        <translation>Bot tạm dừng trong một cuộc trò chuyện đến %1.</translation>
    </message>
    <message numerus="yes">
        <source>The bot is paused in %n chats.</source>
        <translation>
            <numerusform>Bot tạm dừng trong %n cuộc trò chuyện.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bot is paused in %n chats, in the first of them until %1.</source>
        <translation>
            <numerusform>Bot tạm dừng trong %n cuộc trò chuyện, cuộc đầu tiên đến %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileCommands</name>
    <message>
        <source>No account yet.</source>
        <translation>Chưa có tài khoản nào.</translation>
    </message>
    <message>
        <source>Added as the profile “%1”. Log in to it in the window, or name it in an account of the Gateway and log in there.</source>
        <translation>Đã thêm với hồ sơ “%1”. Hãy đăng nhập trong cửa sổ, hoặc ghi hồ sơ này vào một tài khoản của Gateway rồi đăng nhập ở đó.</translation>
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
    <name>SetupTexts</name>
    <message>
        <source>Keep a copy of OpenClaw&apos;s configuration, to undo this</source>
        <translation>Giữ một bản sao cấu hình của OpenClaw để có thể hoàn tác</translation>
    </message>
    <message>
        <source>Remove the other plugin of the name zalouser: %1</source>
        <translation>Gỡ plugin khác cùng tên zalouser: %1</translation>
    </message>
    <message>
        <source>It connects to Zalo on its own. Only one of the two can serve the channel.</source>
        <translation>Plugin đó tự kết nối với Zalo. Chỉ một trong hai có thể phục vụ kênh này.</translation>
    </message>
    <message>
        <source>Install the plugin zalouser %1 in OpenClaw</source>
        <translation>Cài plugin zalouser %1 vào OpenClaw</translation>
    </message>
    <message>
        <source>Update the plugin zalouser in OpenClaw from %1 to %2</source>
        <translation>Cập nhật plugin zalouser trong OpenClaw từ %1 lên %2</translation>
    </message>
    <message>
        <source>The plugin zalouser %1 is installed</source>
        <translation>Plugin zalouser %1 đã được cài</translation>
    </message>
    <message>
        <source>Enable the channel zalouser in OpenClaw&apos;s configuration</source>
        <translation>Bật kênh zalouser trong cấu hình của OpenClaw</translation>
    </message>
    <message>
        <source>Unknown senders get a pairing code. The rest of the file stays as it is, with its comments and its order.</source>
        <translation>Người gửi lạ sẽ nhận mã ghép nối. Phần còn lại của tệp giữ nguyên, kể cả ghi chú và thứ tự.</translation>
    </message>
    <message>
        <source>The channel zalouser is enabled</source>
        <translation>Kênh zalouser đã được bật</translation>
    </message>
    <message>
        <source>Leave OpenClaw&apos;s configuration in the form you gave it</source>
        <translation>Giữ cấu hình của OpenClaw đúng như bạn đã viết</translation>
    </message>
    <message>
        <source>OpenClaw rewrites it when it installs a plugin, and loses comments.</source>
        <translation>OpenClaw ghi lại cấu hình khi cài plugin và làm mất ghi chú.</translation>
    </message>
    <message>
        <source>Zalo Companion is running</source>
        <translation>Zalo Companion đang chạy</translation>
    </message>
    <message>
        <source>Start Zalo Companion in the background</source>
        <translation>Khởi động Zalo Companion chạy nền</translation>
    </message>
    <message>
        <source>See whether the plugin reaches Zalo Companion</source>
        <translation>Kiểm tra plugin có kết nối được tới Zalo Companion không</translation>
    </message>
    <message>
        <source>The Gateway is connected to Zalo Companion.</source>
        <translation>Gateway đã kết nối với Zalo Companion.</translation>
    </message>
    <message>
        <source>The plugin reaches Zalo Companion. The Gateway itself is not running; start it: openclaw gateway start</source>
        <translation>Plugin kết nối được tới Zalo Companion. Gateway chưa chạy; hãy khởi động: openclaw gateway start</translation>
    </message>
    <message>
        <source>Uninstall the plugin zalouser from OpenClaw</source>
        <translation>Gỡ plugin zalouser khỏi OpenClaw</translation>
    </message>
    <message>
        <source>The plugin zalouser stays: it was there before the setup</source>
        <translation>Plugin zalouser được giữ lại: nó đã có trước khi thiết lập</translation>
    </message>
    <message>
        <source>The plugin zalouser is not installed any more</source>
        <translation>Plugin zalouser không còn được cài nữa</translation>
    </message>
    <message>
        <source>The plugin that was there before is not put back: openclaw plugins install %1</source>
        <translation>Plugin có trước đó không được cài lại: openclaw plugins install %1</translation>
    </message>
    <message>
        <source>Put OpenClaw&apos;s configuration back as it was before the setup</source>
        <translation>Trả cấu hình của OpenClaw về như trước khi thiết lập</translation>
    </message>
    <message>
        <source>Take the channel zalouser out of OpenClaw&apos;s configuration; what was changed since stays</source>
        <translation>Bỏ kênh zalouser khỏi cấu hình của OpenClaw; những thay đổi sau đó được giữ lại</translation>
    </message>
    <message>
        <source>The setup is undone.</source>
        <translation>Đã hoàn tác thiết lập.</translation>
    </message>
    <message>
        <source>OpenClaw: %1
Its configuration: %2</source>
        <translation>OpenClaw: %1
Cấu hình của nó: %2</translation>
    </message>
</context>
<context>
    <name>StateCause</name>
    <message>
        <source>Reconnecting to ask Zalo&apos;s history for missed messages.</source>
        <translation>Đang kết nối lại để hỏi lịch sử Zalo về các tin nhắn bị lỡ.</translation>
    </message>
    <message>
        <source>Scheduled reconnect: this system does not tell whether the connection works.</source>
        <translation>Kết nối lại theo lịch: hệ thống này không cho biết kết nối có còn hoạt động hay không.</translation>
    </message>
    <message>
        <source>Reconnecting after sleep.</source>
        <translation>Đang kết nối lại sau khi máy ngủ.</translation>
    </message>
    <message>
        <source>Another program took the connection. Reconnecting once, in case it is gone again.</source>
        <translation>Một chương trình khác đã chiếm kết nối. Đang kết nối lại một lần, phòng khi chương trình đó đã thoát.</translation>
    </message>
    <message>
        <source>Reconnecting after a command of Zalo Companion needed the connection.</source>
        <translation>Đang kết nối lại sau khi một lệnh của Zalo Companion cần dùng kết nối.</translation>
    </message>
</context>
<context>
    <name>StatusActions</name>
    <message>
        <source>Log in…</source>
        <translation>Đăng nhập…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Kết nối lại</translation>
    </message>
    <message>
        <source>Find zca…</source>
        <translation>Tìm zca…</translation>
    </message>
    <message>
        <source>Resume sending now…</source>
        <translation>Tiếp tục gửi ngay…</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>Bắt đầu lại…</translation>
    </message>
    <message>
        <source>Show Gateways…</source>
        <translation>Xem các Gateway…</translation>
    </message>
    <message>
        <source>Set up OpenClaw…</source>
        <translation>Thiết lập OpenClaw…</translation>
    </message>
    <message>
        <source>Update plugin…</source>
        <translation>Cập nhật plugin…</translation>
    </message>
    <message>
        <source>Show messages…</source>
        <translation>Xem tin nhắn…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Chạy tiếp</translation>
    </message>
    <message>
        <source>Show requests…</source>
        <translation>Xem yêu cầu…</translation>
    </message>
    <message>
        <source>Start Gateway…</source>
        <translation>Khởi động Gateway…</translation>
    </message>
    <message>
        <source>Show chats…</source>
        <translation>Xem cuộc trò chuyện…</translation>
    </message>
</context>
<context>
    <name>StatusPresenter</name>
    <message>
        <source>Zalo Companion – Demo</source>
        <translation>Zalo Companion – Bản demo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>%1, since %2</source>
        <translation>%1, từ %2</translation>
    </message>
    <message>
        <source>%1; last confirmed %2</source>
        <translation>%1; xác nhận lần cuối %2</translation>
    </message>
    <message numerus="yes">
        <source>%n to deliver</source>
        <translation>
            <numerusform>%n chờ chuyển cho bot</numerusform>
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
            <numerusform>%n không chuyển được cho bot</numerusform>
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
    <message>
        <source>Demo</source>
        <translation>Bản demo</translation>
    </message>
    <message>
        <source>all people and messages are made up; nothing reaches Zalo</source>
        <translation>mọi người và tin nhắn đều là giả lập; không có gì gửi tới Zalo</translation>
    </message>
    <message>
        <source>Delivering pending messages: %1 of %2.</source>
        <translation>Đang chuyển tin chờ: %1/%2.</translation>
    </message>
    <message>
        <source>Start over with a new database; the damaged one is kept: zalo-companion reset --keep-damaged</source>
        <translation>Hãy bắt đầu lại với cơ sở dữ liệu mới; bản hỏng vẫn được giữ: zalo-companion reset --keep-damaged</translation>
    </message>
    <message>
        <source>Its plugin %1 is older than Zalo Companion. Update it: zalo-companion setup-gateway</source>
        <translation>Plugin %1 của Gateway cũ hơn Zalo Companion. Hãy cập nhật: zalo-companion setup-gateway</translation>
    </message>
    <message numerus="yes">
        <source>%n logins refused by Zalo.</source>
        <translation>
            <numerusform>Zalo đã từ chối đăng nhập %n lần.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed connections in a row.</source>
        <translation>
            <numerusform>%n lần kết nối liên tiếp không thành công.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Lần thử tiếp theo: %1.</translation>
    </message>
    <message>
        <source>Waiting until %1 logs in again: %2</source>
        <translation>Chờ %1 đăng nhập lại: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n too old to deliver</source>
        <translation>
            <numerusform>%n quá cũ để chuyển</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 đến %2: %3</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pairing</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>See who asks, and answer: zalo-companion pairing</source>
        <translation>Xem và trả lời yêu cầu: zalo-companion pairing</translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n chưa được trả lời</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n không gửi được</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts of the Gateway share this profile: %1. Only the first gets its messages. Give each a profile of its own: channels.zalouser.accounts</source>
        <translation>Các tài khoản của Gateway dùng chung hồ sơ này: %1. Chỉ tài khoản đầu tiên nhận được tin nhắn. Hãy đặt cho mỗi tài khoản một hồ sơ riêng: channels.zalouser.accounts</translation>
    </message>
</context>
<context>
    <name>WaitText</name>
    <message>
        <source>The bot is paused everywhere. Resume it on the overview.</source>
        <translation>Bot đang tạm dừng ở mọi nơi. Hãy cho bot chạy tiếp ở trang Tổng quan.</translation>
    </message>
    <message>
        <source>It belongs to another Zalo account. It goes on when that account is logged in again.</source>
        <translation>Tin này thuộc một tài khoản Zalo khác. Tin sẽ được xử lý tiếp khi tài khoản đó đăng nhập lại.</translation>
    </message>
    <message>
        <source>No Gateway is connected. It is delivered as soon as one is.</source>
        <translation>Chưa có Gateway nào kết nối. Tin sẽ được chuyển ngay khi có.</translation>
    </message>
    <message>
        <source>A Gateway waits for your approval on the overview.</source>
        <translation>Một Gateway đang chờ bạn cho phép ở trang Tổng quan.</translation>
    </message>
    <message>
        <source>The Gateway does not answer. Retrying automatically.</source>
        <translation>Gateway không trả lời. Đang tự động thử lại.</translation>
    </message>
    <message>
        <source>Zalo asked for a pause. Sending goes on at %1.</source>
        <translation>Zalo yêu cầu tạm ngừng. Sẽ gửi tiếp lúc %1.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The display “%1” does not answer: running without windows.</source>
        <translation>Màn hình “%1” không trả lời: chương trình chạy không có cửa sổ.</translation>
    </message>
    <message>
        <source>There is no desktop here: running without windows.</source>
        <translation>Ở đây không có màn hình làm việc: chương trình chạy không có cửa sổ.</translation>
    </message>
</context>
<context>
    <name>zalo::AccountChoice</name>
    <message>
        <source>All accounts</source>
        <translation>Tất cả tài khoản</translation>
    </message>
    <message>
        <source>Of which account</source>
        <translation>Của tài khoản nào</translation>
    </message>
</context>
<context>
    <name>zalo::AccountNameDialog</name>
    <message>
        <source>Add account</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>Rename account</source>
        <translation>Đổi tên tài khoản</translation>
    </message>
    <message>
        <source>What do you call this account? Its QR code comes next.</source>
        <translation>Bạn gọi tài khoản này là gì? Tiếp theo là mã QR.</translation>
    </message>
    <message>
        <source>What do you call this account? Left empty, it has its name at Zalo.</source>
        <translation>Bạn gọi tài khoản này là gì? Để trống thì dùng tên trên Zalo.</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Tên tài khoản</translation>
    </message>
    <message>
        <source>Shop Hà Nội</source>
        <translation>Shop Hà Nội</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
</context>
<context>
    <name>zalo::AccountSwitcher</name>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Gỡ…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Thêm tài khoản…</translation>
    </message>
</context>
<context>
    <name>zalo::AccountsMenu</name>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Thêm tài khoản…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Đăng nhập…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Kết nối lại</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityCommands</name>
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
        <source>It is delivered as soon as a Gateway is connected.</source>
        <translation>Tin sẽ được chuyển ngay khi có Gateway kết nối.</translation>
    </message>
    <message>
        <source>The Gateway has it already.</source>
        <translation>Gateway đã nhận tin này rồi.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Không chuyển cho bot</translation>
    </message>
    <message>
        <source>The bot will never see this message from %1.</source>
        <translation>Bot sẽ không bao giờ thấy tin này của %1.</translation>
    </message>
    <message>
        <source>It was discarded.</source>
        <translation>Đã bỏ tin này.</translation>
    </message>
    <message>
        <source>Bot paused in this chat. Messages wait.</source>
        <translation>Bot đã tạm dừng trong cuộc trò chuyện này. Tin nhắn sẽ chờ.</translation>
    </message>
    <message>
        <source>Bot resumed in this chat.</source>
        <translation>Bot đã chạy tiếp trong cuộc trò chuyện này.</translation>
    </message>
    <message>
        <source>Discard message</source>
        <translation>Bỏ tin này</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Deliver anyway</source>
        <translation>Chuyển cho bot ngay</translation>
    </message>
    <message>
        <source>The bot will see every message of this account that is too old, and may answer each.</source>
        <translation>Bot sẽ nhận mọi tin quá cũ của tài khoản này và có thể trả lời từng tin.</translation>
    </message>
    <message>
        <source>Deliver all</source>
        <translation>Chuyển tất cả</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be delivered as soon as a Gateway is connected.</source>
        <translation>
            <numerusform>%n tin nhắn sẽ được chuyển ngay khi có Gateway kết nối.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is listed as sent now.</source>
        <translation>Tin nhắn đã được ghi là đã gửi.</translation>
    </message>
    <message>
        <source>This was settled already.</source>
        <translation>Việc này đã được xử lý rồi.</translation>
    </message>
    <message>
        <source>It is handed to the bot again.</source>
        <translation>Tin nhắn được chuyển lại cho bot.</translation>
    </message>
    <message>
        <source>The bot has it already.</source>
        <translation>Bot đã nhận tin nhắn này rồi.</translation>
    </message>
    <message>
        <source>Dismissed.</source>
        <translation>Đã bỏ qua.</translation>
    </message>
    <message>
        <source>The bot is set up for this already. Hand the message to it again.</source>
        <translation>Bot đã được thiết lập như vậy rồi. Hãy chuyển lại tin nhắn cho bot.</translation>
    </message>
    <message>
        <source>This changes in OpenClaw&apos;s configuration:</source>
        <translation>Cấu hình của OpenClaw sẽ thay đổi:</translation>
    </message>
    <message>
        <source>OpenClaw writes the file anew; comments in it are lost.</source>
        <translation>OpenClaw sẽ ghi lại cả tệp; các chú thích trong tệp sẽ mất.</translation>
    </message>
    <message>
        <source>OpenClaw is changing its configuration…</source>
        <translation>OpenClaw đang thay đổi cấu hình…</translation>
    </message>
    <message>
        <source>Hand the message to the bot again?</source>
        <translation>Chuyển lại tin nhắn cho bot?</translation>
    </message>
    <message>
        <source>The change was undone.</source>
        <translation>Đã hoàn tác thay đổi.</translation>
    </message>
    <message>
        <source>The Gateway is asked to approve…</source>
        <translation>Đang yêu cầu Gateway chấp thuận…</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Đã chấp thuận.</translation>
    </message>
    <message>
        <source>The configuration was changed again since then. This change can no longer be undone here.</source>
        <translation>Cấu hình đã được sửa lại sau đó. Không thể hoàn tác thay đổi này tại đây nữa.</translation>
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
        <translation>Chuyển cho b&amp;ot ngay</translation>
    </message>
    <message>
        <source>Disca&amp;rd</source>
        <translation>&amp;Bỏ tin này</translation>
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
    <message>
        <source>Deliver a&amp;ll that are too old…</source>
        <translation>Chuyển tất cả tin &amp;quá cũ…</translation>
    </message>
    <message>
        <source>&amp;Hand to the bot again</source>
        <translation>C&amp;huyển lại cho bot</translation>
    </message>
    <message>
        <source>Dis&amp;miss</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>&amp;Undo the change</source>
        <translation>Hoà&amp;n tác thay đổi</translation>
    </message>
    <message>
        <source>It arri&amp;ved</source>
        <translation>Đã đế&amp;n nơi</translation>
    </message>
    <message>
        <source>Appro&amp;ve pairing</source>
        <translation>Chấp th&amp;uận người này</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityExport</name>
    <message>
        <source>written by you</source>
        <translation>bạn viết</translation>
    </message>
    <message>
        <source>received</source>
        <translation>nhận</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gửi</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Chiều</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Người viết</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>Conversation ID</source>
        <translation>ID cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>ID tin nhắn</translation>
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
        <source>Action required</source>
        <translation>Cần xử lý</translation>
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
        <source>Activity</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Choose a message to see its details.</source>
        <translation>Chọn một tin nhắn để xem chi tiết.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>No matching activity.</source>
        <translation>Không có hoạt động nào khớp.</translation>
    </message>
    <message>
        <source>No activity yet. Messages appear here as they arrive.</source>
        <translation>Chưa có hoạt động. Tin nhắn sẽ hiện ở đây khi đến.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Sao chép chi tiết</translation>
    </message>
    <message>
        <source>Codes, IDs and times for whoever helps you.</source>
        <translation>Mã lỗi, ID và thời gian để gửi cho người hỗ trợ bạn.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Xuất…</translation>
    </message>
    <message>
        <source>Write what is listed to a file for a spreadsheet.</source>
        <translation>Ghi danh sách này ra tệp để mở bằng bảng tính.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Đang xuất…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) exported.</source>
        <translation>
            <numerusform>Đã xuất %n tin nhắn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::ActivityRestriction</name>
    <message>
        <source>Only %1</source>
        <translation>Chỉ %1</translation>
    </message>
    <message>
        <source>Only messages that the bot failed to answer</source>
        <translation>Chỉ tin nhắn bot không trả lời được</translation>
    </message>
    <message>
        <source>Only messages that could not be sent</source>
        <translation>Chỉ tin nhắn không gửi được</translation>
    </message>
    <message>
        <source>Only messages that could not be delivered</source>
        <translation>Chỉ tin nhắn không chuyển được cho bot</translation>
    </message>
    <message>
        <source>Only messages that got no answer in time</source>
        <translation>Chỉ tin nhắn chưa được trả lời kịp</translation>
    </message>
    <message>
        <source>Only messages that were possibly sent</source>
        <translation>Chỉ tin nhắn có thể đã gửi</translation>
    </message>
    <message>
        <source>Only messages that are waiting</source>
        <translation>Chỉ tin nhắn đang chờ</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Dismiss all…</source>
        <translation>Bỏ qua tất cả…</translation>
    </message>
</context>
<context>
    <name>zalo::ActivityTabs</name>
    <message>
        <source>What is listed</source>
        <translation>Kiểu danh sách</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Tất cả tin nhắn</translation>
    </message>
    <message>
        <source>Show texts</source>
        <translation>Hiện nội dung</translation>
    </message>
</context>
<context>
    <name>zalo::ChainView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Message path</source>
        <translation>Đường đi của tin nhắn</translation>
    </message>
</context>
<context>
    <name>zalo::ConsoleStatus</name>
    <message>
        <source>Lines that nobody read: %1</source>
        <translation>Số dòng không ai đọc: %1</translation>
    </message>
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
    <message>
        <source>Nothing keeps messages from being answered any more.</source>
        <translation>Tin nhắn lại được trả lời bình thường.</translation>
    </message>
</context>
<context>
    <name>zalo::ContactBrowser</name>
    <message>
        <source>ID %1</source>
        <translation>ID %1</translation>
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
        <source>Search by name, phone or ID</source>
        <translation>Tìm theo tên, số điện thoại hoặc ID</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>Tìm trong danh bạ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Which contacts</source>
        <translation>Nhóm danh bạ</translation>
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
        <translation>Danh bạ</translation>
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
        <source>No friends or groups yet. After the login they appear here.</source>
        <translation>Chưa có bạn bè hay nhóm nào. Sau khi đăng nhập, danh sách sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Không có gì ở đây.</translation>
    </message>
    <message>
        <source>No matches for “%1”.</source>
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
</context>
<context>
    <name>zalo::ContactDetails</name>
    <message>
        <source>ID copied.</source>
        <translation>Đã sao chép ID.</translation>
    </message>
    <message>
        <source>Hello from OpenClaw</source>
        <translation>Xin chào từ OpenClaw</translation>
    </message>
    <message>
        <source>The command was copied. Paste it into a terminal.</source>
        <translation>Đã sao chép lệnh. Hãy dán vào cửa sổ lệnh.</translation>
    </message>
    <message>
        <source>Copied. Paste it under channels.zalouser.groups.</source>
        <translation>Đã sao chép. Hãy dán vào channels.zalouser.groups.</translation>
    </message>
    <message>
        <source>Copied. Paste it into channels.zalouser.allowFrom.</source>
        <translation>Đã sao chép. Hãy dán vào channels.zalouser.allowFrom.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name on Zalo</source>
        <translation>Tên trên Zalo</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Tên người dùng</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Another contact has the same name. The ID tells them apart.</source>
        <translation>Có liên hệ khác trùng tên. Hãy phân biệt bằng ID.</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>Sao chép &amp;ID</translation>
    </message>
    <message>
        <source>Copy send &amp;command</source>
        <translation>Sao chép &amp;lệnh gửi</translation>
    </message>
    <message>
        <source>The command with which OpenClaw sends a message to this contact</source>
        <translation>Lệnh để OpenClaw gửi tin nhắn cho liên hệ này</translation>
    </message>
    <message>
        <source>Copy &amp;allowlist entry</source>
        <translation>Sao chép dòng cấp &amp;phép (allowFrom)</translation>
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
        <source>Copy ID</source>
        <translation>Sao chép ID</translation>
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
        <source>Choose a contact to see its ID and what can be copied.</source>
        <translation>Chọn một liên hệ để xem ID và những gì có thể sao chép.</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Gửi tin nhắn thử</translation>
    </message>
    <message>
        <source>“%1” will be sent from your Zalo account to %2 (ID %3).</source>
        <translation>“%1” sẽ được gửi từ tài khoản Zalo của bạn tới %2 (ID %3).</translation>
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
    <name>zalo::ConversationPane</name>
    <message>
        <source>Show &amp;details</source>
        <translation>Xem &amp;chi tiết</translation>
    </message>
    <message>
        <source>The &amp;bot answers here</source>
        <translation>&amp;Bot trả lời ở đây</translation>
    </message>
    <message>
        <source>&amp;Take over for 1 hour</source>
        <translation>&amp;Tự trả lời trong 1 giờ</translation>
    </message>
    <message>
        <source>The bot is silent in this chat for an hour. Messages wait for it.</source>
        <translation>Bot không trả lời trong cuộc trò chuyện này trong một giờ. Tin nhắn sẽ chờ bot.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>The bot answers here again.</source>
        <translation>Bot lại trả lời ở đây.</translation>
    </message>
    <message>
        <source>The bot is silent here until you switch it on again. Messages wait.</source>
        <translation>Bot không trả lời ở đây cho đến khi bạn bật lại. Tin nhắn sẽ chờ.</translation>
    </message>
    <message>
        <source>Answer in Zalo on your phone. The bot goes on by itself.</source>
        <translation>Hãy trả lời bằng Zalo trên điện thoại. Hết giờ, bot tự trả lời tiếp.</translation>
    </message>
</context>
<context>
    <name>zalo::ConversationsPage</name>
    <message>
        <source>Name or last message</source>
        <translation>Tìm theo tên hoặc tin nhắn cuối</translation>
    </message>
    <message>
        <source>Search the conversations</source>
        <translation>Tìm trong các cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation>Những cuộc trò chuyện nào</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Choose a conversation to read it.</source>
        <translation>Chọn một cuộc trò chuyện để đọc.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Action required</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Paused (%1)</source>
        <translation>Tạm dừng (%1)</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>No matching conversations.</source>
        <translation>Không có cuộc trò chuyện phù hợp.</translation>
    </message>
    <message>
        <source>No conversations yet. They appear here as messages arrive.</source>
        <translation>Chưa có cuộc trò chuyện nào. Chúng sẽ hiện ở đây khi có tin nhắn đến.</translation>
    </message>
</context>
<context>
    <name>zalo::DataSection</name>
    <message>
        <source>All messages and their results, contacts and their pictures, missed times, and the keys of Gateways are deleted. Then the program restarts.</source>
        <translation>Mọi tin nhắn và kết quả của chúng, danh bạ và ảnh, các lúc mất kết nối, và khóa của các Gateway sẽ bị xóa. Sau đó chương trình khởi động lại.</translation>
    </message>
    <message>
        <source>Your settings stay. So does the login to Zalo, which zca keeps: log out first to end it too.</source>
        <translation>Cài đặt của bạn vẫn còn. Phiên đăng nhập Zalo do zca giữ cũng vậy: hãy đăng xuất trước nếu muốn kết thúc nó.</translation>
    </message>
    <message>
        <source>A Gateway that was let in stays out until you let it ask again on its own side; its status there says how.</source>
        <translation>Gateway đã được chấp thuận sẽ không vào lại được cho đến khi bạn cho phép ở phía Gateway; trạng thái của kênh bên đó ghi rõ cách làm.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are still pending and would be lost.</source>
        <translation>
            <numerusform>%n tin nhắn vẫn đang chờ và sẽ mất.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete all data</source>
        <translation>Xóa mọi dữ liệu</translation>
    </message>
    <message>
        <source>Stored data</source>
        <translation>Dữ liệu đã lưu</translation>
    </message>
    <message>
        <source>Pending messages are always kept.</source>
        <translation>Tin đang chờ luôn được giữ lại.</translation>
    </message>
    <message>
        <source>&amp;Keep finished messages for</source>
        <translation>&amp;Giữ tin nhắn đã xong trong</translation>
    </message>
    <message>
        <source>Keep finished messages for</source>
        <translation>Giữ tin nhắn đã xong trong</translation>
    </message>
    <message>
        <source>&amp;Delete all data…</source>
        <translation>&amp;Xóa mọi dữ liệu…</translation>
    </message>
    <message>
        <source>Delete all data…</source>
        <translation>Xóa mọi dữ liệu…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Deli&amp;ver messages that waited up to</source>
        <translation>&amp;Chuyển tin đã chờ không quá</translation>
    </message>
    <message>
        <source>Older messages stay in the activity until you have them delivered.</source>
        <translation>Tin cũ hơn nằm lại trong Hoạt động cho đến khi bạn cho chuyển.</translation>
    </message>
    <message>
        <source>Deliver messages that waited up to</source>
        <translation>Chuyển tin đã chờ không quá</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n giờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zalo::DismissAll</name>
    <message>
        <source>There is nothing left to dismiss.</source>
        <translation>Không còn tin nhắn nào để bỏ qua.</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n message(s) that could not be sent? They are not sent any more.</source>
        <translation>
            <numerusform>Bỏ qua %n tin nhắn không gửi được? Các tin này sẽ không được gửi nữa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n message(s) that the bot did not get? It will never see them.</source>
        <translation>
            <numerusform>Bỏ qua %n tin nhắn bot chưa nhận được? Bot sẽ không bao giờ thấy các tin này.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Bỏ qua tất cả</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) dismissed.</source>
        <translation>
            <numerusform>Đã bỏ qua %n tin nhắn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n message(s) that the bot failed to answer? Whoever wrote them gets no answer.</source>
        <translation>
            <numerusform>Bỏ qua %n tin nhắn bot không trả lời được? Người gửi sẽ không nhận được câu trả lời.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation>Không có gì bị xóa.</translation>
    </message>
</context>
<context>
    <name>zalo::EchoGateway</name>
    <message>
        <source>Demo Gateway (echo)</source>
        <translation>Gateway bản thử (nhắc lại)</translation>
    </message>
    <message>
        <source>Echo: thank you for the picture!</source>
        <translation>Nhắc lại: cảm ơn bạn đã gửi hình!</translation>
    </message>
    <message>
        <source>Echo: %1</source>
        <translation>Nhắc lại: %1</translation>
    </message>
    <message>
        <source>Nobody mentioned the bot in this group.</source>
        <translation>Không ai nhắc đến bot trong nhóm này.</translation>
    </message>
    <message>
        <source>You can talk to the bot now.</source>
        <translation>Bây giờ bạn có thể trò chuyện với bot.</translation>
    </message>
</context>
<context>
    <name>zalo::GatewayList</name>
    <message>
        <source>connected</source>
        <translation>đang kết nối</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>thấy lần cuối %1</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>chưa thấy lần nào</translation>
    </message>
    <message>
        <source>No Gateway has connected yet.</source>
        <translation>Chưa có Gateway nào kết nối.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Thu hồi quyền</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>Thu hồi quyền của %1</translation>
    </message>
    <message>
        <source>connected, with the outdated plugin %1</source>
        <translation>đã kết nối, với plugin cũ %1</translation>
    </message>
    <message>
        <source>Update plugin…</source>
        <translation>Cập nhật plugin…</translation>
    </message>
    <message>
        <source>Update the plugin of %1</source>
        <translation>Cập nhật plugin của %1</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Thu hồi quyền…</translation>
    </message>
    <message>
        <source>Revoke “%1”?</source>
        <translation>Thu hồi quyền của “%1”?</translation>
    </message>
    <message>
        <source>It is disconnected at once, and the bot does not answer through it any more. To come back it has to ask again on its own side, and you have to approve it here.</source>
        <translation>Gateway này bị ngắt kết nối ngay và bot không trả lời qua nó nữa. Muốn quay lại, nó phải gửi yêu cầu từ phía nó và bạn phải chấp thuận tại đây.</translation>
    </message>
</context>
<context>
    <name>zalo::GatewayLogView</name>
    <message>
        <source>Log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>The latest lines of OpenClaw&apos;s log. What people write is left out, secrets are masked.</source>
        <translation>Những dòng mới nhất trong nhật ký của OpenClaw. Nội dung tin nhắn được bỏ qua, thông tin bí mật được che đi.</translation>
    </message>
    <message>
        <source>The Gateway&apos;s log</source>
        <translation>Nhật ký của Gateway</translation>
    </message>
    <message>
        <source>There is nothing in it yet.</source>
        <translation>Chưa có gì.</translation>
    </message>
</context>
<context>
    <name>zalo::GatewayPage</name>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
</context>
<context>
    <name>zalo::GatewayPanel</name>
    <message>
        <source>Stop the Gateway?</source>
        <translation>Dừng Gateway?</translation>
    </message>
    <message>
        <source>Customers get no answer until it is started again. What they write meanwhile is kept here and waits.</source>
        <translation>Khách sẽ không được trả lời cho đến khi Gateway được khởi động lại. Tin họ nhắn trong lúc đó được giữ ở đây và chờ.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Restart the Gateway?</source>
        <translation>Khởi động lại Gateway?</translation>
    </message>
    <message>
        <source>Customers get no answer until it runs again, which can take a minute. What they write meanwhile is kept here and answered then.</source>
        <translation>Khách sẽ không được trả lời cho đến khi Gateway chạy lại, có thể mất một phút. Tin họ nhắn trong lúc đó được giữ ở đây và được trả lời sau đó.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Khởi động lại</translation>
    </message>
    <message>
        <source>Start the Gateway with the session?</source>
        <translation>Khởi động Gateway cùng máy?</translation>
    </message>
    <message>
        <source>OpenClaw installs a systemd service for your user. The Gateway then starts with your session and is restarted if it fails. To undo it, run: openclaw gateway uninstall</source>
        <translation>OpenClaw sẽ cài một dịch vụ systemd cho người dùng của bạn. Khi đó Gateway tự khởi động khi bạn đăng nhập vào máy và được khởi động lại nếu gặp lỗi. Để hoàn tác, hãy chạy: openclaw gateway uninstall</translation>
    </message>
    <message>
        <source>Install and start</source>
        <translation>Cài đặt và khởi động</translation>
    </message>
    <message>
        <source>No browser could be opened. Run in a terminal: openclaw dashboard</source>
        <translation>Không mở được trình duyệt. Hãy chạy trong cửa sổ dòng lệnh: openclaw dashboard</translation>
    </message>
    <message>
        <source>Start Gateway</source>
        <translation>Khởi động Gateway</translation>
    </message>
    <message>
        <source>Open Control UI</source>
        <translation>Mở Control UI</translation>
    </message>
    <message>
        <source>Start with the session…</source>
        <translation>Tự khởi động cùng máy…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
</context>
<context>
    <name>zalo::GatewaySection</name>
    <message>
        <source>Their keys are kept in the desktop&apos;s keychain.</source>
        <translation>Khóa của các Gateway được giữ trong kho khóa của máy.</translation>
    </message>
    <message>
        <source>Their keys are kept in a file that only you can read: there is no keychain here.</source>
        <translation>Khóa của các Gateway được giữ trong một tệp chỉ bạn đọc được, vì máy này không có kho khóa.</translation>
    </message>
    <message>
        <source>Their keys cannot be read. Unlock the desktop&apos;s keychain.</source>
        <translation>Không đọc được khóa của các Gateway. Hãy mở kho khóa của máy.</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Các Gateway</translation>
    </message>
    <message>
        <source>They read and write messages with this account. The first Gateway is trusted automatically; every other one waits for your approval. One that you revoke stays out until you let it ask again on its own side; its status there says how.</source>
        <translation>Gateway đọc và viết tin nhắn bằng tài khoản này. Gateway đầu tiên được tự động tin cậy; những Gateway sau phải chờ bạn chấp thuận. Gateway bị thu hồi quyền sẽ không vào lại được cho đến khi bạn cho phép ở phía Gateway; trạng thái của kênh bên đó ghi rõ cách làm.</translation>
    </message>
    <message>
        <source>Set &amp;up OpenClaw on this computer…</source>
        <translation>Thiết lập &amp;OpenClaw trên máy này…</translation>
    </message>
    <message>
        <source>Set up OpenClaw on this computer…</source>
        <translation>Thiết lập OpenClaw trên máy này…</translation>
    </message>
    <message>
        <source>U&amp;ndo the setup…</source>
        <translation>&amp;Hoàn tác thiết lập…</translation>
    </message>
    <message>
        <source>Undo the setup…</source>
        <translation>Hoàn tác thiết lập…</translation>
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
    <name>zalo::LocalData</name>
    <message>
        <source>the data file is not damaged</source>
        <translation>tệp dữ liệu không bị hỏng</translation>
    </message>
</context>
<context>
    <name>zalo::LoginPage</name>
    <message>
        <source>Log out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Log out of %1 here? The bot stops, and the contacts are deleted from this computer.</source>
        <translation>Đăng xuất %1 tại đây? Bot sẽ dừng và danh bạ sẽ bị xóa khỏi máy này.</translation>
    </message>
    <message>
        <source>Log in to Zalo</source>
        <translation>Đăng nhập Zalo</translation>
    </message>
    <message>
        <source>Zalo allows one such login: opening Zalo Web or Zalo PC ends this one.</source>
        <translation>Nếu mở Zalo Web hoặc Zalo PC, bot sẽ bị ngắt.</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>Đăng nhập %1</translation>
    </message>
</context>
<context>
    <name>zalo::LoginSteps</name>
    <message>
        <source>1.  Open Zalo on your phone.</source>
        <translation>1.  Mở Zalo trên điện thoại.</translation>
    </message>
    <message>
        <source>2.  Tap the QR sign at the top of the screen.</source>
        <translation>2.  Chạm vào biểu tượng QR ở đầu màn hình.</translation>
    </message>
    <message>
        <source>3.  Point the camera at the code, then tap “Log in” in Zalo.</source>
        <translation>3.  Hướng camera vào mã, rồi chạm “Đăng nhập” trong Zalo.</translation>
    </message>
</context>
<context>
    <name>zalo::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Danh bạ</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Demo: all people and messages are made up. Nothing reaches Zalo.</source>
        <translation>Bản demo: mọi người và tin nhắn đều là giả lập. Không có gì gửi tới Zalo.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Bản demo</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
</context>
<context>
    <name>zalo::NotificationRules</name>
    <message>
        <source>A Gateway uses this companion now</source>
        <translation>Đã có một Gateway dùng Zalo Companion này</translation>
    </message>
    <message>
        <source>“%1” was the first Gateway and is trusted automatically. Not yours?</source>
        <translation>“%1” là Gateway đầu tiên nên được tự động tin cậy. Không phải của bạn?</translation>
    </message>
    <message>
        <source>A Gateway wants to connect</source>
        <translation>Một Gateway muốn kết nối</translation>
    </message>
    <message>
        <source>“%1” wants to use this companion.</source>
        <translation>“%1” muốn dùng Zalo Companion này.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Chấp thuận</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Chưa thực hiện được</translation>
    </message>
    <message>
        <source>%1 asks whether the bot may answer</source>
        <translation>%1 muốn trò chuyện với bot</translation>
    </message>
    <message>
        <source>Nobody has approved this person yet.</source>
        <translation>Chưa ai chấp thuận người này.</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Thu hồi quyền…</translation>
    </message>
</context>
<context>
    <name>zalo::NotificationSection</name>
    <message>
        <source>zca and keys</source>
        <translation>zca và khóa</translation>
    </message>
    <message>
        <source>Message storage</source>
        <translation>Lưu trữ tin nhắn</translation>
    </message>
    <message>
        <source>Connection to Zalo</source>
        <translation>Kết nối với Zalo</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Customers who are waiting</source>
        <translation>Khách đang chờ</translation>
    </message>
    <message>
        <source>Messages that need a decision</source>
        <translation>Tin nhắn cần bạn quyết định</translation>
    </message>
    <message>
        <source>People who ask whether the bot may answer</source>
        <translation>Người hỏi bot có được trả lời không</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>One for each problem that needs you. The desktop&apos;s “Do not disturb” is respected.</source>
        <translation>Mỗi sự cố cần bạn xử lý được báo một lần. Chế độ “Không làm phiền” của máy vẫn được tôn trọng.</translation>
    </message>
    <message>
        <source>Notify me about: %1</source>
        <translation>Báo cho tôi về: %1</translation>
    </message>
</context>
<context>
    <name>zalo::OverviewPage</name>
    <message>
        <source>No account yet</source>
        <translation>Chưa có tài khoản</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>None recorded.</source>
        <translation>Chưa ghi nhận lần nào.</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>đến bây giờ</translation>
    </message>
    <message>
        <source>To be delivered</source>
        <translation>Chờ chuyển cho bot</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Last message in</source>
        <translation>Tin nhận gần nhất</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>Không chuyển được cho bot</translation>
    </message>
    <message>
        <source>Possibly sent</source>
        <translation>Có thể đã gửi</translation>
    </message>
    <message>
        <source>Last message out</source>
        <translation>Tin gửi gần nhất</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Sao chép ID</translation>
    </message>
    <message>
        <source>Last confirmed: when Zalo last answered on this connection.</source>
        <translation>Xác nhận lúc: lần gần nhất Zalo phản hồi trên kết nối này.</translation>
    </message>
    <message>
        <source>Copy the account&apos;s ID</source>
        <translation>Sao chép ID tài khoản</translation>
    </message>
    <message>
        <source>Missed time</source>
        <translation>Lúc mất kết nối (có thể sót tin)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Chưa có gì.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Nhật ký kết nối</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>Delivering pending messages: %1 of %2</source>
        <translation>Đang chuyển tin chờ: %1/%2</translation>
    </message>
    <message>
        <source>Zalo repeats nothing by itself. Where zca can, messages of these times are asked of its history; others are only on your phone.</source>
        <translation>Zalo không tự gửi lại. Nếu zca làm được, tin nhắn của những lúc này được lấy từ lịch sử Zalo; còn lại chỉ có trên điện thoại.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Tin nhắn</translation>
    </message>
</context>
<context>
    <name>zalo::PairingPanel</name>
    <message>
        <source>Approved. The bot answers %1 from the next message on.</source>
        <translation>Đã chấp thuận. Bot trả lời %1 từ tin nhắn tiếp theo.</translation>
    </message>
    <message>
        <source>Dismiss the request of %1?</source>
        <translation>Bỏ qua yêu cầu của %1?</translation>
    </message>
    <message>
        <source>Nobody is told. Whoever writes again asks again.</source>
        <translation>Người đó không được báo. Nếu họ nhắn lại, yêu cầu sẽ xuất hiện lại.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Dismissed.</source>
        <translation>Đã bỏ qua.</translation>
    </message>
    <message>
        <source>Show messages</source>
        <translation>Hiện tin nhắn</translation>
    </message>
    <message>
        <source>Hide messages</source>
        <translation>Ẩn tin nhắn</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Chờ chấp thuận</translation>
    </message>
</context>
<context>
    <name>zalo::PairingRow</name>
    <message>
        <source>Approve</source>
        <translation>Chấp thuận</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Chấp thuận %1</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Bỏ qua…</translation>
    </message>
    <message>
        <source>Dismiss the request of %1</source>
        <translation>Bỏ qua yêu cầu của %1</translation>
    </message>
</context>
<context>
    <name>zalo::PendingGateways</name>
    <message>
        <source>“%1” wants to read and write messages with this account. Approve it only if it is yours.</source>
        <translation>“%1” muốn đọc và gửi tin nhắn bằng tài khoản này. Chỉ chấp thuận nếu Gateway là của bạn.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Chấp thuận</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Chấp thuận %1</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>Từ chối %1</translation>
    </message>
    <message>
        <source>It stays out. It may ask again later, each time after a longer pause.</source>
        <translation>Gateway này không được kết nối. Nó có thể hỏi lại sau, mỗi lần cách nhau lâu hơn.</translation>
    </message>
</context>
<context>
    <name>zalo::QrPanel</name>
    <message>
        <source>A new code is on its way…</source>
        <translation>Đang lấy mã mới…</translation>
    </message>
    <message>
        <source>A new code comes in %1:%2</source>
        <translation>Mã mới sau %1:%2</translation>
    </message>
    <message>
        <source>The image is on the clipboard. Send it only to yourself.</source>
        <translation>Đã sao chép ảnh. Chỉ gửi cho chính bạn.</translation>
    </message>
    <message>
        <source>Save the QR code</source>
        <translation>Lưu ảnh QR</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>Ảnh PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved. Delete the file after the login.</source>
        <translation>Đã lưu. Hãy xóa tệp sau khi đăng nhập.</translation>
    </message>
    <message>
        <source>The image could not be saved there.</source>
        <translation>Không lưu được ảnh vào đó.</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Sao chép ảnh QR</translation>
    </message>
    <message>
        <source>Save image…</source>
        <translation>Lưu ảnh QR…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Copy the image of the QR code</source>
        <translation>Sao chép ảnh mã QR</translation>
    </message>
    <message>
        <source>Save the image of the QR code</source>
        <translation>Lưu ảnh mã QR</translation>
    </message>
    <message>
        <source>Cancel the login</source>
        <translation>Hủy đăng nhập</translation>
    </message>
    <message>
        <source>QR code to scan with Zalo</source>
        <translation>Mã QR để quét bằng Zalo</translation>
    </message>
    <message>
        <source>Simulate scan</source>
        <translation>Giả lập quét mã</translation>
    </message>
    <message>
        <source>Simulate a scan of the code</source>
        <translation>Giả lập quét mã QR</translation>
    </message>
</context>
<context>
    <name>zalo::RecentActivity</name>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>dưới 1 phút</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>Since yesterday, %1</source>
        <translation>Từ %1 hôm qua</translation>
    </message>
    <message>
        <source>Messages in</source>
        <translation>Tin nhắn đến</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Bị lỗi</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Bot không trả lời</translation>
    </message>
    <message>
        <source>Missed time</source>
        <translation>Mất kết nối</translation>
    </message>
</context>
<context>
    <name>zalo::RecentChatsMenu</name>
    <message>
        <source>Pause the bot in</source>
        <translation>Tạm dừng bot với</translation>
    </message>
</context>
<context>
    <name>zalo::RemoveAccountDialog</name>
    <message>
        <source>Keep its messages</source>
        <translation>Giữ lại tin nhắn</translation>
    </message>
    <message>
        <source>Erase its messages, too. This cannot be undone.</source>
        <translation>Xóa cả tin nhắn. Không thể hoàn tác.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Gỡ %1</translation>
    </message>
    <message>
        <source>The bot stops for %1. The account is logged out here, and its contacts are deleted from this computer. On the phone nothing changes.</source>
        <translation>Bot ngừng trả lời cho %1. Tài khoản được đăng xuất ở đây và danh bạ của tài khoản bị xóa khỏi máy này. Trên điện thoại không có gì thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) still wait to be delivered or sent.</source>
        <translation>
            <numerusform>Còn %n tin đang chờ chuyển cho bot hoặc chờ gửi.</numerusform>
        </translation>
    </message>
    <message>
        <source>While the Gateway&apos;s configuration names the profile “%1”, the Gateway takes the account up again, and it comes back here as not logged in. Remove it there, too: openclaw channels remove --channel zalouser --account %1</source>
        <translation>Nếu cấu hình của Gateway vẫn còn hồ sơ “%1” thì Gateway sẽ nhận lại tài khoản này và nó hiện lại ở đây với trạng thái chưa đăng nhập. Hãy gỡ cả ở đó: openclaw channels remove --channel zalouser --account %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ</translation>
    </message>
</context>
<context>
    <name>zalo::RequestsMenu</name>
    <message>
        <source>Waiting for approval</source>
        <translation>Chờ chấp thuận</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Chấp thuận %1</translation>
    </message>
    <message>
        <source>Show what they wrote…</source>
        <translation>Xem họ viết gì…</translation>
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
    <message>
        <source>another person logged in, and the window asks what to do</source>
        <translation>một người khác đã đăng nhập, và cửa sổ đang hỏi bạn muốn làm gì</translation>
    </message>
</context>
<context>
    <name>zalo::SettingsPage</name>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Theo màn hình nền</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Choose the program zca</source>
        <translation>Chọn chương trình zca</translation>
    </message>
    <message>
        <source>Searching for zca…</source>
        <translation>Đang tìm zca…</translation>
    </message>
    <message>
        <source>Version %1 at %2 is used.</source>
        <translation>Đang dùng phiên bản %1 tại %2.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Giao &amp;diện</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>&amp;Start when I log in to this computer</source>
        <translation>&amp;Khởi động khi tôi đăng nhập vào máy tính này</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>Khởi động khi tôi đăng nhập vào máy tính này</translation>
    </message>
    <message>
        <source>&amp;Program zca</source>
        <translation>&amp;Chương trình zca</translation>
    </message>
    <message>
        <source>Path of the program zca</source>
        <translation>Đường dẫn của chương trình zca</translation>
    </message>
    <message>
        <source>Detected automatically</source>
        <translation>Tự động tìm thấy</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Browse for the program zca</source>
        <translation>Chọn tệp chương trình zca</translation>
    </message>
    <message>
        <source>&amp;Messages per minute</source>
        <translation>&amp;Số tin mỗi phút</translation>
    </message>
    <message>
        <source>Messages per minute</source>
        <translation>Số tin mỗi phút</translation>
    </message>
    <message>
        <source>Average rate; short bursts are possible. Zalo may lock accounts that send faster than people do.</source>
        <translation>Tốc độ trung bình; đôi lúc vài tin có thể đi liền nhau. Zalo có thể khóa tài khoản gửi nhanh hơn người thật.</translation>
    </message>
    <message>
        <source>Pause the &amp;bot for a while in a chat in which I write myself</source>
        <translation>Tạm dừng &amp;bot một lúc trong cuộc trò chuyện mà tôi tự viết</translation>
    </message>
    <message>
        <source>Pause the bot for a while in a chat in which I write myself</source>
        <translation>Tạm dừng bot một lúc trong cuộc trò chuyện mà tôi tự viết</translation>
    </message>
    <message>
        <source>Show message te&amp;xts</source>
        <translation>Hiện &amp;nội dung tin nhắn</translation>
    </message>
    <message>
        <source>Show message texts</source>
        <translation>Hiện nội dung tin nhắn</translation>
    </message>
    <message>
        <source>When this is off, Activity says only that there is a message until you ask for the text.</source>
        <translation>Khi tắt, trang Hoạt động chỉ báo là có tin nhắn, đến khi bạn bấm xem nội dung.</translation>
    </message>
</context>
<context>
    <name>zalo::SetupCommand</name>
    <message>
        <source>All of it is done already; nothing is changed.</source>
        <translation>Mọi việc đã xong từ trước; không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Nothing was done yet. To do it: add --yes</source>
        <translation>Chưa thực hiện gì. Để thực hiện: thêm --yes</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Chưa thực hiện gì.</translation>
    </message>
</context>
<context>
    <name>zalo::SetupDialog</name>
    <message>
        <source>Undo the setup of OpenClaw</source>
        <translation>Hoàn tác thiết lập OpenClaw</translation>
    </message>
    <message>
        <source>Set up OpenClaw</source>
        <translation>Thiết lập OpenClaw</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Set up</source>
        <translation>&amp;Thiết lập</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Looking for OpenClaw…</source>
        <translation>Đang tìm OpenClaw…</translation>
    </message>
    <message>
        <source>Already set up. You can test the connection.</source>
        <translation>Đã thiết lập xong từ trước. Bạn có thể thử kết nối.</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Thử kết nối</translation>
    </message>
    <message>
        <source>This takes up to a minute.</source>
        <translation>Việc này mất tối đa một phút.</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Kiểm tra lại</translation>
    </message>
</context>
<context>
    <name>zalo::SetupSteps</name>
    <message>
        <source>to do</source>
        <translation>chưa làm</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>không được</translation>
    </message>
</context>
<context>
    <name>zalo::StatusActionHandler</name>
    <message>
        <source>Resume sending now?</source>
        <translation>Tiếp tục gửi ngay bây giờ?</translation>
    </message>
    <message>
        <source>Zalo asked this account to pause. Accounts that keep sending may be locked, for hours or for good. Waiting is the safe choice.</source>
        <translation>Zalo đã yêu cầu tài khoản này tạm nghỉ. Tài khoản vẫn tiếp tục gửi có thể bị khóa, vài giờ hoặc vĩnh viễn. Chờ là lựa chọn an toàn.</translation>
    </message>
    <message>
        <source>Resume sending now</source>
        <translation>Tiếp tục gửi ngay</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Bắt đầu lại</translation>
    </message>
    <message>
        <source>The program restarts with a new database. Messages that were received but not delivered stay in the damaged one, which is kept beside it.</source>
        <translation>Chương trình khởi động lại với cơ sở dữ liệu mới. Tin đã nhận mà chưa chuyển vẫn nằm trong bản hỏng, được giữ bên cạnh.</translation>
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
    <message>
        <source>This deletes all messages and what became of them, contacts and their pictures, gaps, and the keys of Gateways. Settings stay, and so does zca&apos;s login to Zalo: end it first with “openclaw channels logout --channel zalouser”. A Gateway that was let in stays out until you let it ask again on its own side: “openclaw channels status --probe” says how.</source>
        <translation>Lệnh này xóa mọi tin nhắn và kết quả của chúng, danh bạ và ảnh, các khoảng trống, và khóa của các Gateway. Cài đặt vẫn còn, và phiên đăng nhập Zalo của zca cũng vậy: muốn kết thúc, hãy chạy trước “openclaw channels logout --channel zalouser”. Gateway đã được chấp thuận sẽ không vào lại được cho đến khi bạn cho phép ở phía Gateway: “openclaw channels status --probe” ghi rõ cách làm.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that wait would be lost.</source>
        <translation>
            <numerusform>%n tin nhắn đang chờ sẽ mất.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done yet. To do it: zalo-companion reset --yes</source>
        <translation>Chưa thực hiện gì. Để thực hiện: zalo-companion reset --yes</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Chưa thực hiện gì.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Đã kết nối.</translation>
    </message>
    <message>
        <source>Not connected yet; it goes on trying. What becomes of it: zalo-companion status</source>
        <translation>Chưa kết nối được; vẫn đang thử tiếp. Xem tình hình: zalo-companion status</translation>
    </message>
</context>
<context>
    <name>zalo::TerminalQuestion</name>
    <message>
        <source>Do this? [y/N]</source>
        <extracomment>The first letter of “yes” is understood in this language, and y in each.</extracomment>
        <translation>Thực hiện? [c/K]</translation>
    </message>
    <message>
        <source>y</source>
        <extracomment>The first letter of “yes”, in small letters.</extracomment>
        <translation>c</translation>
    </message>
</context>
<context>
    <name>zalo::TrayIcon</name>
    <message>
        <source>Contacts…</source>
        <translation>Danh bạ…</translation>
    </message>
    <message>
        <source>Activity…</source>
        <translation>Hoạt động…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Pause the bot</source>
        <translation>Tạm dừng bot</translation>
    </message>
    <message>
        <source>Who is waiting…</source>
        <translation>Ai đang chờ…</translation>
    </message>
    <message>
        <source>Since yesterday evening…</source>
        <translation>Từ tối qua đến giờ…</translation>
    </message>
</context>
<context>
    <name>zalo::UiController</name>
    <message>
        <source>There is no system tray here, so the window is only minimised; messages are still relayed. To quit, press Ctrl+Q.</source>
        <translation>Máy này không có khay hệ thống nên cửa sổ chỉ được thu nhỏ; tin nhắn vẫn được chuyển. Muốn thoát hẳn, bấm Ctrl+Q.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Chưa thực hiện được</translation>
    </message>
</context>
<context>
    <name>zalo::WaitingAccounts</name>
    <message>
        <source>Discard…</source>
        <translation>Bỏ…</translation>
    </message>
    <message>
        <source>Discard what waits for %1</source>
        <translation>Bỏ những tin đang chờ %1</translation>
    </message>
    <message>
        <source>These messages are neither delivered nor sent any more. They stay in the activity.</source>
        <translation>Các tin này không được chuyển cho bot hay gửi đi nữa, nhưng vẫn còn trong mục Hoạt động.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ các tin này</translation>
    </message>
</context>
</TS>
