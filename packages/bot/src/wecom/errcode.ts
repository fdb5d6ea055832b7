/**
 * What to do after an errcode (wecom reference 2.13, from document/path/90313):
 * `again` soon, at most three times; `slower` after one to five seconds; `window` when the limit's minute or hour is over;
 * `new-token` and `new-media` once with a fresh one; `repair` is an administrator's to mend, worth trying now and then;
 * `never` is permanent.
 */
export type Retry = "again" | "slower" | "window" | "new-token" | "new-media" | "repair" | "never";
type Meaning = Readonly<{ retry: Retry; says: string }>;

const CARD_FIELD = "卡片里有一处内容不合企业微信的要求，已改用文字发送；请把这条日志交给开发人员。";
const LIMIT = "给企业微信发得太多，被暂时限制了；系统会自动等一会儿再发，不用处理。";
const STALE_TOKEN = "企业微信的访问凭证已失效，系统会自动换新的；反复出现时请核对应用密钥。";
const OUT_OF_SIGHT = "收信人不在应用的可见范围里，请在管理后台把他加进应用的可见范围。";
const PERMISSION = "这个应用没有用这项功能的权限，请在管理后台给应用开通。";
const MEDIA = "文件在企业微信那边已过期，系统会重新上传。";
const BUSY = "企业微信一时繁忙，系统会自动再试，不用处理。";

/** One plain sentence for the administrator beside every code we expect to meet. */
export const ERRCODES: Readonly<Record<number, Meaning>> = {
  [-1]: { retry: "again", says: BUSY },
  6000: { retry: "again", says: BUSY },
  45033: { retry: "slower", says: LIMIT },
  45009: { retry: "window", says: LIMIT },
  45035: { retry: "window", says: LIMIT }, // texts of these two were never seen: treated as limits
  45036: { retry: "window", says: LIMIT },
  40001: { retry: "new-token", says: "应用密钥不对：请在管理后台重新复制应用的密钥，改好后重新启动。" },
  40014: { retry: "new-token", says: STALE_TOKEN },
  42001: { retry: "new-token", says: STALE_TOKEN },
  40007: { retry: "new-media", says: MEDIA },
  40003: { retry: "never", says: "企业微信里没有这个人，请核对成员账号。" },
  40008: { retry: "never", says: "企业微信不认这种消息，请把这条日志交给开发人员。" },
  40013: { retry: "repair", says: "企业编号不对：请在管理后台“我的企业”里核对企业编号。" },
  40029: { retry: "never", says: "登录链接已用过或已过期，请重新打开页面登录。" },
  40031: { retry: "never", says: "收信人的账号写法不对，请核对成员账号。" },
  40032: { retry: "never", says: "一次发给的人太多，请把这条日志交给开发人员。" },
  40056: { retry: "repair", says: "应用编号不对：请在管理后台的应用详情里核对应用编号。" },
  40058: { retry: "never", says: "这条消息不是本应用发的，不能撤回。" },
  40068: { retry: "never", says: "企业微信里没有这个标签，请核对标签设置。" },
  40091: { retry: "repair", says: "应用密钥属于另一个企业：请核对企业编号和应用密钥是否配对。" },
  41001: { retry: "never", says: "访问企业微信时没有带凭证，请把这条日志交给开发人员。" },
  42003: { retry: "never", says: "登录链接已过期，请重新打开页面登录。" },
  42014: { retry: "never", says: CARD_FIELD },
  42015: { retry: "never", says: "这张卡片是别的应用发的，不能更新。" },
  42016: { retry: "never", says: "要更新的卡片已经找不到了。" },
  42022: { retry: "never", says: "登录链接已用过，请重新打开页面登录。" },
  42052: { retry: "never", says: "消息已发出超过一天，不能撤回。" },
  43012: {
    retry: "never",
    says: "应用还没有设置接收消息的地址，卡片发不出去；请在管理后台设置后再试，在此之前用文字代替。",
  },
  44004: { retry: "never", says: "要发的内容是空的，请把这条日志交给开发人员。" },
  45002: { retry: "never", says: "要发的内容太长，请把这条日志交给开发人员。" },
  46003: { retry: "never", says: "应用还没有菜单。" },
  48001: { retry: "repair", says: PERMISSION },
  48002: { retry: "repair", says: PERMISSION },
  48009: { retry: "repair", says: PERMISSION },
  50001: { retry: "never", says: "登录页面的域名不是应用的可信域名，请在管理后台设置可信域名。" },
  50003: { retry: "repair", says: "应用已被停用，请在管理后台启用。" },
  60011: { retry: "never", says: OUT_OF_SIGHT },
  60020: { retry: "repair", says: "本机的网络地址不在应用的可信地址里，请在管理后台应用详情的“企业可信IP”里加上它。" },
  60111: { retry: "never", says: "企业微信里没有这个人，请核对成员账号。" },
  60123: { retry: "never", says: "企业微信里没有这个部门，请核对部门编号。" },
  60140: { retry: "never", says: "这张卡片已经更新过或已超过三天，不能再更新。" },
  81012: { retry: "never", says: "消息没有写收信人，请把这条日志交给开发人员。" },
  81013: { retry: "never", says: OUT_OF_SIGHT },
  82001: { retry: "never", says: "消息没有写收信人，请把这条日志交给开发人员。" },
  301002: { retry: "repair", says: "应用密钥和应用编号不是同一个应用的，请核对后重新启动。" },
};

/**
 * Codes of a card the platform will not take (document/path/90313), 40008 where it knows no cards at all: a text says
 * the same.
 */
export const isCardRefusal = (errcode: number): boolean =>
  errcode === 40008 || errcode === 43012 || errcode === 42014 || (errcode >= 42017 && errcode <= 42051);

/** Codes that say this person cannot be reached; trying again does not help. */
export const isUnreachable = (errcode: number): boolean => [40003, 60011, 60111, 81013].includes(errcode);

const UNKNOWN: Meaning = { retry: "never", says: "企业微信没有接受这次请求，请把这条日志交给开发人员。" };

export function meaningOf(errcode: number): Meaning {
  return ERRCODES[errcode] ?? UNKNOWN;
}
