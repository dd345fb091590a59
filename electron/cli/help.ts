import type { Command } from './command.ts';
import { commands } from './commands.ts';

const GLOBAL_HELP = `Options of every command:
  --workspace DIR      the workspace's folder, or 'demo' for the simulated account
                       (default: ASSAY_WORKSPACE, or Assay's own default workspace)
  --profile NAME       a profile of the shared AWS configuration
  --region REGION      a Region to read; may be repeated
  --role-arn ARN       a role to assume with the profile's credentials
  --organization-role PATTERN
                       a role in every other account of the organisation, to read these too:
                       arn:aws:iam::{account}:role/AssayReader
  --endpoint-url URL   another endpoint than AWS's own
  -h, --help           this text, or a command's own
  -V, --version        the version

Exit codes: 0 ok · 1 findings at or above the limit · 2 wrong usage · 3 AWS or I/O failure,
partial results are kept · 130 interrupted. Data goes to stdout, progress and notes to stderr.
`;

/** What \`assay help\` says. */
export function generalHelp(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, entry]) => `  ${name.padEnd(width)}  ${entry.summary}\n`,
  );
  return `Assay reads Amazon Bedrock's cost, access and audit data; it changes nothing in AWS.

Usage: assay <command> [options]

${lines.join('')}  ${'help'.padEnd(width)}  explain a command: assay help <command>

${GLOBAL_HELP}`;
}

/** What \`assay help <command>\` says. */
export function commandHelp(command: Command): string {
  return `Usage: assay ${command.usage}\n\n${command.details}\n\n${GLOBAL_HELP}`;
}
