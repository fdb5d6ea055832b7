import { z } from "zod";

/** 经办人, 科室负责人, 政务公开办, 局领导, 管理员. */
export const ROLES = ["staff", "head", "clerk", "leader", "admin"] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  staff: "经办人",
  head: "科室负责人",
  clerk: "政务公开办",
  leader: "局领导",
  admin: "管理员",
};

/** A person of the office's WeCom directory. Ids compare without regard to case; `id` is kept in lower case. */
export const Member = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1),
  section: z.string(),
  roles: z.array(z.enum(ROLES)).min(1),
  active: z.boolean(),
});
export type Member = z.infer<typeof Member>;
