import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequiredPolicy } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { requiredPolicy } from '../backend/scan/required-policy.ts';
import { DATABASE_FILE } from '../backend/store/open.ts';
import { choice, noPositionals } from './arguments.ts';
import type { CliHost, Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FORMATS, formatTable } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';

const COLUMNS: readonly ItemColumn<RequiredPolicy['actions'][number]>[] = [
  { id: 'action', title: 'Action', kind: 'text', value: ({ action }) => action },
  { id: 'used_for', title: 'Used for', kind: 'text', value: ({ usedFor }) => usedFor },
];

/** Prints the least-privilege policy for Assay itself. */
export const policy: Command = {
  usage: 'policy [--format json|table|csv] [--workspace DIR]',
  details:
    'Prints the read-only IAM policy that Assay needs, generated from what its collectors and sources\ndeclare. Log buckets are named as soon as a scan of the workspace has found them. The table says what\neach action is used for.',
  options: { format: { type: 'string' } },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const format = choice(values, 'format', ['json', ...FORMATS]);
    const { json, actions } = await policyFor(host, workspaceOf(host, global));
    host.out(format === 'json' ? `${json}\n` : formatTable(tableOf(COLUMNS, actions), format));
    return EXIT.ok;
  },
};

/** The policy is needed before there is a workspace; one that was scanned knows the log buckets. */
async function policyFor(host: CliHost, workspace: string): Promise<RequiredPolicy> {
  if (workspace === 'demo' || !existsSync(join(workspace, DATABASE_FILE))) return requiredPolicy();
  return withBackend(host, { workspace, readOnly: true }, async ({ call }) =>
    unwrap(await call('policy.get', {})),
  );
}
