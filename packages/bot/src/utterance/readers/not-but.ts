/** Where the record is spoken of, what it is, and what it is not; stretches of the text. */
type NotBut = Readonly<{ target: [number, number]; value: [number, number]; was?: [number, number] }>;

/** 不是解读，是决策预公开 / 是微博不是公众号 */
export function notButOf(text: string): NotBut | undefined {
  const first =
    /^(.*?)(?:不是|不在|并非)(.{1,20}?)(?:,|;|。)?(?:而是|应该是|应是|应为|是|在|改成|(?:算|记|归|放|挪)(?:到|在|成))(.{1,24})$/.exec(
      text,
    );
  if (first) {
    const [, before = "", was = "", value = ""] = first;
    const at = text.indexOf(was, before.length);
    return {
      target: [0, before.length],
      value: [text.length - value.length, text.length],
      was: [at, at + was.length],
    };
  }
  const second =
    /^(.*?)(?:应该是|应是|是|应该?(?:记|算|归|登|报)(?:到|在|成|为)?)([^是]{1,16}?)(?:,)?(?:,?而?不是)(.{1,16})$/.exec(
      text,
    );
  if (!second) return undefined;
  const [, before = "", value = "", was = ""] = second;
  const at = text.indexOf(value, before.length);
  return { target: [0, before.length], value: [at, at + value.length], was: [text.length - was.length, text.length] };
}
