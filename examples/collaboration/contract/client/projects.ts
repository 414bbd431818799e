import type { components, paths } from "./board";

type Schemas = components["schemas"];
type Promised = Schemas["Project"];
export interface Project extends Promised {} // an interface gives messages its name
export type Query = NonNullable<paths["/api/v2/projects/"]["get"]["parameters"]["query"]>;

/** Fetch one page of the board's projects. */
export async function projects(host: string, query: Query): Promise<Project[]> {
  const wanted = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const response = await fetch(`${host}/api/v2/projects/?${new URLSearchParams(wanted)}`);
  if (!response.ok) throw new Error(`The board answered ${response.status}.`);
  const page: Schemas["PaginatedProjectList"] = await response.json();
  return page.results;
}

/** What a card shows of a project. */
export function card({ title, seats, member_count, owner }: Project): string {
  return `${title}: ${seats - member_count} of ${seats} seats free, ask ${owner.name}`;
}
