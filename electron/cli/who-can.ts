import type { WhoCanRow } from '../../shared/api/access-answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { QUESTION_OPTIONS, questionOf } from './access/question.ts';
import { tellGaps } from './access/tell-gaps.ts';
import { choice, onlyPositional } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FORMAT_OPTION, FORMATS, formatTable } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';

const COLUMNS: readonly ItemColumn<WhoCanRow>[] = [
  { id: 'decision', title: 'Decision', kind: 'text', value: ({ decision }) => decision },
  { id: 'account', title: 'Account', kind: 'text', value: ({ accountId }) => accountId },
  { id: 'principal', title: 'Principal', kind: 'text', value: ({ name }) => name },
  { id: 'kind', title: 'Kind', kind: 'text', value: ({ kind }) => kind },
  { id: 'team', title: 'Team', kind: 'text', value: ({ team }) => team },
  { id: 'calls', title: 'Calls', kind: 'count', value: ({ calls }) => calls },
  { id: 'last_day', title: 'Last used', kind: 'text', value: ({ lastDay }) => lastDay },
  { id: 'ways', title: 'Ways', kind: 'text', below: 'named', value: ({ ways }) => wayText(ways) },
  { id: 'reason', title: 'Why', kind: 'text', below: 'plain', value: ({ reason }) => reason },
  { id: 'arn', title: 'ARN', kind: 'text', below: 'plain', value: (row) => row.principalArn },
];

/** Lists who may call a model. */
export const whoCan: Command = {
  usage: 'who-can <model>',
  details:
    'Lists every user and role that may call a model, by its policies, boundary, SCPs, RCPs and resource policies, with the calls that were seen: allowed, conditional (on values that only a request has, such as MFA or its address) or unknown (a policy could not be read). A model is named in any spelling. --region asks about one Region, otherwise any in which the account can call it.',
  options: { ...QUESTION_OPTIONS, format: FORMAT_OPTION },
  async run({ host, global, values, positionals }: CommandRun) {
    const modelId = onlyPositional(positionals, 'model');
    const question = questionOf({ host, global, values });
    const format = choice(values, 'format', FORMATS);
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const answer = unwrap(await call('access.who-can', { modelId, ...question }));
      if (format === 'json') host.out(`${JSON.stringify(answer, null, 2)}\n`);
      else host.out(formatTable(tableOf(COLUMNS, answer.rows), format, host.width));
      tellGaps(host, answer.gaps);
      const approved = answer.approved ? 'approved' : 'not approved';
      host.err.write(
        `${answer.label} (${approved}): ${answer.rows.length} principals can call it, surely or perhaps; ${answer.denied} cannot.\n`,
      );
      return EXIT.ok;
    });
  },
};

/** Where and how it is open: `us.anthropic... over bedrock-runtime (us-east-1)`. */
export function wayText(ways: WhoCanRow['ways']): string {
  const byWay = new Map<string, string[]>();
  for (const { called, plane, region, decision } of ways) {
    const way = `${called} over ${plane}`;
    const word = decision === 'allowed' ? region : `${region} ${decision}`;
    byWay.set(way, [...(byWay.get(way) ?? []), word]);
  }
  return [...byWay].map(([way, regions]) => `${way} (${regions.join(', ')})`).join('; ');
}
