import { type Member, Office } from "@gongkai/schema";

const SURNAMES = [..."赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何"];
const GIVEN_NAMES = ["建国", "秀英", "志强", "桂兰", "海涛", "丽华", "文博", "晓燕", "立新", "玉梅"];
const SECTIONS = 40;

/** A public body of two hundred people. */
export const LARGE_OFFICE = Office.parse({
  key: "bureau",
  name: "某某市某某局",
  sections: Array.from({ length: SECTIONS }, (_, at) => ({ key: `s${at + 1}`, label: `业务${at + 1}科` })),
});

export const LARGE_OFFICE_PEOPLE: readonly Member[] = SURNAMES.flatMap((surname, row) =>
  GIVEN_NAMES.map((given, column): Member => {
    const place = row * GIVEN_NAMES.length + column;
    return {
      id: `member-${place + 1}`,
      name: surname + given,
      section: `s${(place % SECTIONS) + 1}`,
      roles: ["staff"],
      active: true,
    };
  }),
);

/** The app those people write to, as both ends know it. */
export const LARGE_OFFICE_APP = {
  agentid: 1_000_002,
  secret: "secret-of-the-large-office-01",
  token: "QDG6eK",
  aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
};
