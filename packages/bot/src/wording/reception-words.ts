/** Said to what is no sentence: each tells what to do instead. */
export const VOICE_WORDS = "我还听不了语音，请把这句话打成文字发给我，或用输入法的语音转文字。";
export const PICTURE_WORDS = "我看不了图片和视频，请用一句话告诉我做了什么、几件，例如：今天办结行政许可5件。";
export const FILE_WORDS = "我还不能直接读文件，请用一句话告诉我，或请管理员用导入功能。";
export const OTHER_WORDS = "我只看得懂文字，请用一句话告诉我做了什么、几件。";
export const WELCOME_WORDS =
  "您好，我是公开台账。做完一件事，发一句话给我就记下了，例如：今天公众号发了2条。发“帮助”看更多说法。";
export const REPORT_WORDS = "请直接说做了什么、几件，例如：今天门户网站发了3条政策解读，许可办结5件。";
export const NOTHING_TICKED_WORDS = "没有选中要处理的内容。请先选一个再按按钮，或者直接打字告诉我。";
/** Said when a message could not be worked off after several tries. */
export const SORRY_WORDS = "这条消息没有处理成功，也没有记账。请稍后再发一次；还不行的话，请联系管理员。";
