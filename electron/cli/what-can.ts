import type { WhatCanRow } from '../../shared/api/access-answers.ts';
import { refusedWords } from '../../shared/api/refused-words.ts';
import { unwrap } from '../../shared/api/result.ts';
import { printable } from '../../shared/model/printable.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { QUESTION_OPTIONS, questionOf } from './access/question.ts';
import { tellGaps } from './access/tell-gaps.ts';
import { choice, onlyPositional } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FORMAT_OPTION, FORMATS, formatTable } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';
import { wayText } from './who-can.ts';

const COLUMNS: readonly ItemColumn<WhatCanRow>[] = [
  { id: 'decision', title: 'Decision', kind: 'text', value: ({ decision }) => decision },
  { id: 'model', title: 'Model', kind: 'text', value: ({ modelId }) => modelId },
  { id: 'provider', title: 'Provider', kind: 'text', value: ({ provider }) => provider },
  {
    id: 'approved',
    title: 'Approved',
    kind: 'text',
    value: ({ approved }) => (approved ? 'yes' : 'no'),
  },
  { id: 'calls', title: 'Calls', kind: 'count', value: ({ calls }) => calls },
  { id: 'last_day', title: 'Last used', kind: 'text', value: ({ lastDay }) => lastDay },
  { id: 'ways', title: 'Ways', kind: 'text', below: 'named', value: ({ ways }) => wayText(ways) },
  { id: 'reason', title: 'Why', kind: 'text', below: 'plain', value: ({ reason }) => reason },
];

/** Lists what a principal may call. */
export const whatCan: Command = {
  usage: 'what-can <principal>',
  details:
    'Lists every model that a user or role may call, by its policies, boundary, SCPs, RCPs and resource policies, with the calls that were seen. A principal is named by its ARN, by the ARN of a session, or by its name where only one has it.',
  options: { ...QUESTION_OPTIONS, format: FORMAT_OPTION },
  async run({ host, global, values, positionals }: CommandRun) {
    const principalArn = onlyPositional(positionals, 'principal');
    const question = questionOf({ host, global, values });
    const format = choice(values, 'format', FORMATS);
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const answer = unwrap(await call('access.what-can', { principalArn, ...question }));
      if (format === 'json') host.out(`${JSON.stringify(answer, null, 2)}\n`);
      else host.out(formatTable(tableOf(COLUMNS, answer.rows), format, host.width));
      tellGaps(host, answer.gaps);
      for (const one of answer.refused) host.err.write(`${printable(refusedWords(one))}\n`);
      host.err.write(
        `${answer.name} can call ${answer.rows.length} models, surely or perhaps; ${answer.denied} it cannot.\n`,
      );
      return EXIT.ok;
    });
  },
};
