/** Said to somebody who is not a known, active member; it tells nothing about the office. */
export const STRANGER_WORDS = "抱歉，这里只为本单位已登记的人员服务。如需帮助，请联系您单位的管理员。";
