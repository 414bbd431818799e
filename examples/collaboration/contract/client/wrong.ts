import type { Project, Query } from "./projects";

export const open: Query = { status: "closed" };
export const members = (project: Project) => project.memberCount;
export const waiting = (project: Project) => project.open_request_count > 0;
export const year = (project: Project) => project.created_at.getFullYear();
