/** The environment of an office on the simulated platform; made up, in the shapes the platform gives out. */
export const OFFICE_KEYS = {
  WECOM_CORP_ID: "ww0123456789abcdef",
  WECOM_AGENT_ID: "1000002",
  WECOM_SECRET: "a-secret-handed-out-by-the-platform",
  WECOM_TOKEN: "QDG6eK",
  WECOM_AES_KEY: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
};
export const AGENT = Number(OFFICE_KEYS.WECOM_AGENT_ID);
