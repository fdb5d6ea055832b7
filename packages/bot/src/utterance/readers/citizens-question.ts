/** 小超市在网上问年报咋填，网上咨询答了1条: what a citizen asked, told before it is counted. */
const CITIZENS_QUESTION =
  /(?:在网上|来电|打电话|来|留言)(?:问|咨询)[^,;?。]{2,20}(?=[,;。].*[0-9一二两三四五六七八九十][条个件次])/;

const COUNTED = /[0-9一二两三四五六七八九十][条次场期封件个通]/;
/** 行风热线1次，谈废旧电池往哪儿扔; 都在问核酸点撤没撤: what was talked of. */
const TALKED_OF =
  /(?:主要|重点|多|全|都)?[是在]?(?:谈|聊|解答|问|咨询)(?:的是?)?[^,;。?]{2,18}?(?:哪儿?|怎么|什么|啥|咋|如何|最多|撤没撤|能不能|可不可以|要不要|是不是)[^,;。?吗]{0,10}(?=[,;。]|$)/;
/** 怎么填的培训: what was taught. */
const TAUGHT_OF =
  /(?:怎么|如何|咋)[^,;。?]{1,8}的(?=(?:业务|专题)?(?:培训|图解|推文|短?视频|解读|讲座|文章|帖子|专栏|海报))/;
/** 公众号发了一条标准地图怎么用: what a post is called. */
const TITLED =
  /([发推传][了布]?[一二两三四五六七八九十0-9]{1,3}[条篇个期](?!.{0,6}[该要])[^,;。?]{2,12})(?:怎么|如何|咋)[用办领查算看缴选填写]$/;

/** What every question that is told holds. */
const MAY_TELL = /[问谈聊询答]/;

/** The text without a question that was put to the office: the speaker asks nothing by telling it. */
export function withoutCitizensQuestion(text: string): string {
  if (!MAY_TELL.test(text)) return text;
  const told = text.replace(CITIZENS_QUESTION, "");
  const at = told.search(COUNTED);
  return at < 0 ? told : told.slice(0, at) + told.slice(at).replace(TALKED_OF, "");
}

/** The text without a question that a lesson or a post answers. */
export const withoutAnswered = (text: string): string =>
  /怎么|如何|咋/.test(text) ? text.replace(TAUGHT_OF, "").replace(TITLED, "$1") : text;
