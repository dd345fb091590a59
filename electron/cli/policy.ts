import type { RequiredPolicy } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { choice, noPositionals } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FORMATS, formatTable } from './output.ts';
import { withBackend } from './session.ts';

const COLUMNS: readonly ItemColumn<RequiredPolicy['actions'][number]>[] = [
  { id: 'action', title: 'Action', kind: 'text', value: ({ action }) => action },
  { id: 'used_for', title: 'Used for', kind: 'text', value: ({ usedFor }) => usedFor },
];

/** Prints the least-privilege policy for Assay itself. */
export const policy: Command = {
  usage: 'policy [--format json|table|csv]',
  details:
    'Prints the read-only IAM policy that Assay needs, generated from what its collectors and sources\ndeclare. The table says what each action is used for.',
  options: { format: { type: 'string' } },
  async run({ host, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const format = choice(values, 'format', ['json', ...FORMATS]);
    const session = { workspace: 'demo', readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const { json, actions } = unwrap(await call('policy.get', {}));
      host.out(format === 'json' ? `${json}\n` : formatTable(tableOf(COLUMNS, actions), format));
      return EXIT.ok;
    });
  },
};
