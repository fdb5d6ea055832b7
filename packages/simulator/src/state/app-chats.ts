/** A group an app created. It is invisible until the first message. [90244] */
export type AppChat = Readonly<{
  chatid: string;
  agentid: number;
  name: string;
  owner: string;
  userlist: readonly string[];
}>;

export function createAppChats() {
  const byId = new Map<string, AppChat>();
  return {
    get: (chatid: string) => byId.get(chatid),
    put: (chat: AppChat) => void byId.set(chat.chatid, chat),
  };
}
