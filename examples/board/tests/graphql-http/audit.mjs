// Runs the audits of graphql-http against a server and prints one JSON object a line.
// Usage: node audit.mjs http://127.0.0.1:8000/graphql/
import { serverAudits } from "graphql-http";

const url = process.argv[2];
for (const audit of serverAudits({ url })) {
  const result = await audit.fn();
  const { id, name } = audit;
  const { status, reason = "" } = result;
  console.log(JSON.stringify({ id, name, status, reason }));
}
