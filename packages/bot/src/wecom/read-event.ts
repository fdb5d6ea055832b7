import { APP_NOTICES, type Chosen } from "./event.ts";
import { childOf, childrenOf, isElement, textOf, type XmlElement } from "./xml.ts";

type Fields = Readonly<Record<string, unknown>>;
type Reader = (xml: XmlElement, event: string) => Fields;

const commaList = (text: string) => text.split(",").filter((part) => part !== "");
const texts = (xml: XmlElement, name: string) => childrenOf(xml, name).filter((value) => typeof value === "string");

const pressed = (xml: XmlElement) => ({
  key: textOf(xml, "EventKey"),
  taskId: textOf(xml, "TaskId"),
  cardType: textOf(xml, "CardType"),
  responseCode: textOf(xml, "ResponseCode"),
});

function chosen(xml: XmlElement): Chosen[] {
  return childrenOf(childOf(xml, "SelectedItems"), "SelectedItem")
    .filter(isElement)
    .map((item) => ({
      question: textOf(item, "QuestionKey"),
      options: texts(childOf(item, "OptionIds"), "OptionId"),
    }));
}

function scan(xml: XmlElement, event: string): Fields {
  const info = childOf(xml, "ScanCodeInfo");
  const waits = event === "scancode_waitmsg";
  return {
    kind: "scan",
    key: textOf(xml, "EventKey"),
    waits,
    scanType: textOf(info, "ScanType"),
    result: textOf(info, "ScanResult"),
  };
}

function pictures(xml: XmlElement, event: string): Fields {
  const items = childrenOf(childOf(childOf(xml, "SendPicsInfo"), "PicList"), "item").filter(isElement);
  const digests = items.map((item) => textOf(item, "PicMd5Sum"));
  return { kind: "pictures-picked", key: textOf(xml, "EventKey"), how: event, digests };
}

function place(xml: XmlElement): Fields {
  const info = childOf(xml, "SendLocationInfo");
  return {
    kind: "place-picked",
    key: textOf(xml, "EventKey"),
    latitude: textOf(info, "Location_X"),
    longitude: textOf(info, "Location_Y"),
    scale: textOf(info, "Scale"),
    label: textOf(info, "Label"),
    place: textOf(info, "Poiname"),
    appType: textOf(xml, "AppType"),
  };
}

const memberChange: Reader = (xml, change) => ({
  kind: "member-change",
  change,
  member: textOf(xml, "UserID"),
  newMember: textOf(xml, "NewUserID"),
  departments: commaList(textOf(xml, "Department")),
});

const departmentChange: Reader = (xml, change) => ({
  kind: "department-change",
  change,
  department: textOf(xml, "Id"),
  name: textOf(xml, "Name"),
  parent: textOf(xml, "ParentId"),
  order: textOf(xml, "Order"),
});

/** `Event=change_contact`, told apart by ChangeType. */
const CONTACT_CHANGES: Readonly<Record<string, Reader>> = {
  create_user: memberChange,
  update_user: memberChange,
  delete_user: memberChange,
  create_party: departmentChange,
  update_party: departmentChange,
  delete_party: departmentChange,
  update_tag: (xml) => ({
    kind: "tag-change",
    tag: textOf(xml, "TagId"),
    addedMembers: commaList(textOf(xml, "AddUserItems")),
    removedMembers: commaList(textOf(xml, "DelUserItems")),
    addedDepartments: commaList(textOf(xml, "AddPartyItems")),
    removedDepartments: commaList(textOf(xml, "DelPartyItems")),
  }),
};

const appNotice: Reader = (xml, notice) => ({ kind: "app-notice", notice, effectTime: textOf(xml, "EffectTime") });

/** Event as the platform writes it → the fields of our typed value. */
const EVENT_READERS: Readonly<Record<string, Reader>> = {
  subscribe: () => ({ kind: "subscribe" }),
  unsubscribe: () => ({ kind: "unsubscribe" }),
  enter_agent: () => ({ kind: "enter-agent" }),
  LOCATION: (xml) => ({
    kind: "location-report",
    latitude: textOf(xml, "Latitude"),
    longitude: textOf(xml, "Longitude"),
    precision: textOf(xml, "Precision"),
    appType: textOf(xml, "AppType"),
  }),
  batch_job_result: (xml) => {
    const job = childOf(xml, "BatchJob");
    return {
      kind: "batch-job",
      jobId: textOf(job, "JobId"),
      jobType: textOf(job, "JobType"),
      errCode: textOf(job, "ErrCode"),
      errMessage: textOf(job, "ErrMsg"),
    };
  },
  click: (xml) => ({ kind: "menu-click", key: textOf(xml, "EventKey") }),
  view: (xml) => ({ kind: "menu-view", url: textOf(xml, "EventKey") }),
  view_miniprogram: (xml) => ({ kind: "menu-miniprogram", path: textOf(xml, "EventKey") }),
  scancode_push: scan,
  scancode_waitmsg: scan,
  pic_sysphoto: pictures,
  pic_photo_or_album: pictures,
  pic_weixin: pictures,
  location_select: place,
  open_approval_change: (xml) => {
    const info = childOf(xml, "ApprovalInfo");
    return {
      kind: "approval-change",
      number: textOf(info, "ThirdNo"),
      template: textOf(info, "OpenTemplateId"),
      name: textOf(info, "OpenSpName"),
      status: textOf(info, "OpenSpStatus"),
      applicant: textOf(info, "ApplyUserId"),
    };
  },
  share_agent_change: (_xml, how) => ({ kind: "sharing-change", how }),
  share_chain_change: (_xml, how) => ({ kind: "sharing-change", how }),
  template_card_event: (xml) => ({ kind: "card-click", ...pressed(xml), chosen: chosen(xml) }),
  template_card_menu_event: (xml) => ({ kind: "card-menu", ...pressed(xml) }),
  upload_media_job_finish: (xml) => ({ kind: "media-job-finished", jobId: textOf(xml, "JobId") }),
  ...Object.fromEntries(APP_NOTICES.map((notice) => [notice, appNotice])),
};

/** The fields of an event, or `undefined` when this version does not know it. */
export function readEvent(xml: XmlElement): Fields | undefined {
  const event = textOf(xml, "Event");
  if (event !== "change_contact") return ownEntry(EVENT_READERS, event)?.(xml, event);
  const change = textOf(xml, "ChangeType");
  return ownEntry(CONTACT_CHANGES, change)?.(xml, change);
}

function ownEntry(readers: Readonly<Record<string, Reader>>, name: string): Reader | undefined {
  return Object.hasOwn(readers, name) ? readers[name] : undefined; // an Event called "constructor" is not a reader
}
