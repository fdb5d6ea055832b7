import { type Endpoint, ok } from "./endpoint.ts";

const callbackIps: Endpoint = {
  method: "GET",
  path: "/cgi-bin/getcallbackip",
  access: "app",
  answer: () => ok({ ip_list: ["127.0.0.1"] }),
};

const apiDomainIps: Endpoint = {
  method: "GET",
  path: "/cgi-bin/get_api_domain_ip",
  access: "app",
  answer: () => ok({ ip_list: ["127.0.0.1"] }),
};

export const addressEndpoints: readonly Endpoint[] = [callbackIps, apiDomainIps];
