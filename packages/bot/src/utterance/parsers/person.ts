const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
/** Surnames that are also common words: a person only before a title. */
const RARER_SURNAMES =
  "伍尤严华戚喻柏章葛鲍俞柳倪殷毕卞齐梅盛童颜凌霍虞柯莫裘缪宗洪左裴翁甄曲靳焦甘厉符詹祝路项苗鞠岳冉涂游聂鲁耿舒简翟申滕";
const TITLE =
  "(?:副?(?:科长|局长|主任|处长|书记|股长|厅长|主席|队长|组长|所长|站长|校长|院长|部长|馆长|镇长|乡长|区长|县长|市长|行长|秘书长|调研员|会长)|老师|同志|师傅|某某?|先生|女士)";
const TITLED = new RegExp(
  `[小老]?[${SURNAMES}](?:[\\u4e00-\\u9fa5]{0,2}?${TITLE}|(?:局|科|处|工|总|姐|哥|主任|队|股|厅)(?!员|室|务|室|体|作|程|技|普|长期|长远|结|计|共|数|量|访|面|督))`,
  "y",
);
const TITLED_RARER = new RegExp(`[${RARER_SURNAMES}][\\u4e00-\\u9fa5]{0,2}?${TITLE}`, "y");
const NICKNAME = new RegExp(`[小老阿][${SURNAMES}]`, "y");
const NOT_A_NICKNAME =
  /^(?:小康|小白|小龙|小金|小高|小史|老高|小万|小田|小石|小江|小方|小任|小文|小程序|小于|小常|老常|老白)/;

const BEGINS: ReadonlySet<string> = new Set(`小老阿${SURNAMES}${RARER_SURNAMES}`);

/** 王科长, 李局, 小刘, 张某: a person of ours or an applicant. Returns where the name ends. */
export function personAt(text: string, at: number): number | undefined {
  if (!BEGINS.has(text.charAt(at))) return undefined;
  TITLED.lastIndex = at;
  TITLED_RARER.lastIndex = at;
  const titled = TITLED.exec(text) ?? TITLED_RARER.exec(text);
  if (titled) return at + titled[0].length;
  NICKNAME.lastIndex = at;
  const nickname = NICKNAME.exec(text);
  return nickname && !NOT_A_NICKNAME.test(text.slice(at, at + 3)) ? at + nickname[0].length : undefined;
}

/** Surnames few other words begin with: enough to know a full name by. */
export const PLAIN_SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴姜范姚谭廖邹熊陆郝孔崔邱秦江顾侯邵孟段钱汤尹黎乔贺赖龚";
const FULL_NAME = new RegExp(`^(?:欧阳|司马|上官|诸葛|[${PLAIN_SURNAMES}])[\\u4e00-\\u9fa5]{1,2}$`);

/** Two or three unknown characters that begin with a surname. Rare surnames that are also common words are left out. */
export const isFullName = (text: string): boolean => FULL_NAME.test(text);
