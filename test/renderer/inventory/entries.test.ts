import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../../renderer/inventory/describe.ts';
import { EVERYTHING, filterEntries } from '../../../renderer/inventory/entry-filters.ts';
import { openFindingsOf, rolesOf, usersOf } from '../../../renderer/inventory/related.ts';
import { linkOfValue } from '../../../renderer/inventory/things.ts';
import { VIEWS } from '../../../renderer/pages/knowledge-agents/views.ts';
import { AGENTS, KNOWLEDGE_BASES } from '../../helpers/fixture/knowledge.ts';
import { sampleFinding } from '../../helpers/sample-answers.ts';

const PLACE = { accountId: '111122223333', region: 'eu-west-1', readAt: '2026-11-20T11:00:00Z' };

function answerOf<T>(items: readonly T[]) {
  return { rows: items.map((item) => ({ ...PLACE, item })), total: items.length, outcomes: [] };
}

const agents = entriesOf('agents', answerOf(AGENTS));
const bases = entriesOf('knowledge-bases', answerOf(KNOWLEDGE_BASES));

test('every entry has an id of its own, by dataset, place and AWS id', () => {
  expect(agents.map(({ id }) => id)).toEqual([
    'agents/111122223333/eu-west-1/ID-claims',
    'agents/111122223333/eu-west-1/ID-drafts',
    'agents/111122223333/eu-west-1/ID-returns',
  ]);
});

test('every column of a view shows a fact that one of its datasets has', () => {
  const told = { agents, 'knowledge-bases': bases };
  for (const view of [VIEWS.agents, VIEWS['knowledge-bases']]) {
    const known = new Set(
      view.datasets.flatMap((dataset) =>
        (told[dataset as keyof typeof told] ?? []).flatMap(({ facts }) =>
          facts.map(({ id }) => id),
        ),
      ),
    );
    for (const { fact } of [...view.columns, ...view.more]) expect(known).toContain(fact);
  }
});

describe('filters', () => {
  test.each([
    [{}, 3],
    [{ text: 'CLAIMS ' }, 2],
    [{ text: 'gr7x2k9q' }, 1],
    [{ text: 'getagentversion' }, 1],
    [{ accounts: ['999'] }, 0],
    [{ regions: ['eu-west-1'], statuses: ['PREPARED'] }, 3],
    [{ statuses: ['FAILED'] }, 0],
    [{ kinds: ['Flow'] }, 0],
  ])('%o keeps %i agents', (patch, kept) => {
    expect(filterEntries(agents, { ...EVERYTHING, ...patch })).toHaveLength(kept);
  });
});

describe('what belongs to an entry', () => {
  const [manuals] = bases;
  const [claims] = agents;

  test('agents of the account that use a knowledge base', () => {
    expect(manuals).toBeDefined();
    if (manuals === undefined) return;
    expect(usersOf(manuals, agents).map(({ name }) => name)).toEqual([
      'claims',
      'drafts',
      'returns',
    ]);
    const elsewhere = agents.map((agent) => ({ ...agent, accountId: '999' }));
    expect(usersOf(manuals, elsewhere)).toEqual([]);
  });

  test('open findings that name it in its place', () => {
    if (claims === undefined) throw new Error('no agent');
    const resource = 'arn:aws:bedrock:eu-west-1:111122223333:agent/ID-claims';
    const finding = sampleFinding({ ruleId: 'agent-guarded', resource });
    const others = [
      sampleFinding({ resource, status: 'pass' }),
      sampleFinding({ resource, region: 'us-east-1' }),
      sampleFinding(),
    ];
    expect(openFindingsOf(claims, [finding, ...others])).toEqual([finding]);
  });

  test('its roles by ARN', () => {
    const roles = rolesOf(claims?.facts.find(({ id }) => id === 'role'));
    expect(roles).toEqual([
      'arn:aws:iam::111122223333:role/service-role/AmazonBedrockExecutionRoleForAgents_claims',
    ]);
  });
});

test.each([
  [{ text: 'x' }, null],
  [
    { text: 'Nova', full: 'us.amazon.nova-pro-v1:0', thing: 'model' as const },
    { to: '/models', query: { id: 'amazon.nova-pro-v1:0' } },
  ],
  [
    {
      text: 'helper',
      full: 'arn:aws:bedrock:eu-west-1:111122223333:agent-alias/AG1/AL1',
      thing: 'agent' as const,
    },
    { to: '/knowledge-agents', query: { view: 'agents', text: 'AG1' } },
  ],
])('%o leads to %o', (value, link) => {
  if (link === null) expect(linkOfValue(value)).toBeNull();
  else expect(linkOfValue(value)).toMatchObject(link);
});
