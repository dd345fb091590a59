import { describe, expect, test } from 'vitest';
import { headline, letterAt, windowWords } from '../../../../renderer/pages/access/access-words.ts';
import {
  whatCanHeadline,
  whoCanHeadline,
} from '../../../../renderer/pages/access/answers/answer-words.ts';
import { wayWords } from '../../../../renderer/pages/access/answers/way-words.ts';
import { changeHeadline } from '../../../../renderer/pages/access/change/change-words.ts';
import { guardrailWords } from '../../../../renderer/pages/access/explain/guardrail-words.ts';
import {
  placeWords,
  verdictType,
  verdictWords,
} from '../../../../renderer/pages/access/explain/proof-words.ts';
import { gapGroups, gapWords, unreadAccounts } from '../../../../renderer/pages/access/gaps.ts';
import {
  keysHeadline,
  modelsWords,
  servicesWords,
} from '../../../../renderer/pages/access/keys/key-words.ts';
import {
  byLine,
  countsWords,
  foundWords,
  lineRange,
} from '../../../../renderer/pages/access/lint/lint-words.ts';
import {
  brokenParts,
  brokenWords,
} from '../../../../renderer/pages/access/preflight/preflight-words.ts';
import {
  unusedHeadline,
  wildcardWords,
} from '../../../../renderer/pages/access/unused/unused-words.ts';
import type { StatementProof } from '../../../../shared/api/access-answers.ts';
import { accessAnswers, BROKEN, DENIED } from '../../../helpers/fixture/access.ts';
import {
  buildMatrix,
  buildRow,
  fixtureMatrix,
  WINDOW,
} from '../../../helpers/fixture/access-matrix.ts';

const answers = accessAnswers();

describe('the page answers', () => {
  const row = (letters: string, calls: number) => ({ ...buildRow(0, 1), letters, calls });

  test.each([
    [[], 'No principal that was read can invoke a model.'],
    [[row('AD', 3)], '1 principal can invoke at least one model; every one did in 90 days.'],
    [
      [row('AD', 3), row('DC', 0), row('UD', 0), row('D-', 7)],
      '2 principals can invoke at least one model; 1 never did in 90 days; 1 unknown; 1 called models in 90 days and can no longer.',
    ],
    [
      [row('DD', 7)],
      '0 principals can invoke at least one model; 1 called models in 90 days and can no longer.',
    ],
  ])('who can, who never did, who no longer can: %#', (rows, words) => {
    expect(headline(buildMatrix({ rows: 0, models: 2 }, { rows }))).toBe(words);
  });
});

test('days are told from the first to the last', () => {
  expect(windowWords(WINDOW)).toBe('90 days, 2026-08-23 to 2026-11-20 (UTC)');
});

test.each([
  ['ACUD-', 0, 'A'],
  ['ACUD-', 4, '-'],
  ['ACUD-', 9, 'U'],
  ['x', 0, 'U'],
] as const)('letter of %s at %d', (letters, at, letter) => {
  expect(letterAt(letters, at)).toBe(letter);
});

describe('what was not read', () => {
  const [gap] = fixtureMatrix().gaps;
  const gaps =
    gap === undefined ? [] : [gap, { ...gap, accountId: '4' }, { ...gap, accountId: '5' }];

  test('is told once for all accounts, with the permission', () => {
    const groups = gapGroups(gaps);
    expect(groups.map(gapWords)).toEqual([
      'iam:GetAccountAuthorizationDetails is denied in 3 places. Who of this account may call models cannot be said.',
    ]);
    expect(unreadAccounts(gaps)).toBe('3 accounts not read');
    expect(unreadAccounts([])).toBeNull();
  });

  test('that no grant closes stands last, with its reason', () => {
    const closed = gaps.map((each) => ({
      ...each,
      ...{ action: null, reason: 'The policy is no JSON.', dataset: 'organization' as const },
    }));
    expect(
      gapGroups([...closed, ...gaps])
        .map(gapWords)
        .at(-1),
    ).toMatch(/^The policy is no JSON in 3 places\./);
  });
});

describe('a statement of a proof', () => {
  const [denying] = DENIED.statements;
  const statement = (change: Partial<StatementProof>): StatementProof => ({
    ...{ policyId: 'p', policyName: 'ml', via: 'attached', type: 'identity', index: 2, sid: null },
    ...{ effect: 'Allow', applies: 'yes', missed: null, conditions: [], json: '{}' },
    ...change,
  });
  const conditions = [
    {
      operator: 'Bool',
      key: 'aws:MultiFactorAuthPresent',
      values: ['true'],
      words: 'allowed with MFA',
    },
  ];

  test.each([
    [statement({}), 'allows it', 'success'],
    [statement({ effect: 'Deny' }), 'denies it', 'error'],
    [
      statement({ applies: 'perhaps', conditions }),
      'perhaps allows it: allowed with MFA',
      'warning',
    ],
    [
      statement({ applies: 'no', missed: 'resource' }),
      'does not apply: it names other resources',
      'stopped',
    ],
    [
      statement({ applies: 'no', missed: 'condition', conditions }),
      'does not apply: allowed with MFA',
      'stopped',
    ],
  ])('says what it does: %#', (proof, words, type) => {
    expect([verdictWords(proof), verdictType(proof)]).toEqual([words, type]);
  });

  test('says where it stands, by its place where it has no id', () => {
    expect(placeWords(statement({}))).toBe('Identity policy ml (attached), statement 2');
    expect(denying === undefined ? '' : placeWords(denying)).toBe(
      'SCP deny-regions (OU Workloads), statement DenyRegions',
    );
  });
});

test('a broken destination is named with its Region and its policy', () => {
  expect(brokenParts({ route: BROKEN }).map(brokenWords)).toEqual([
    'us-west-2 is denied by deny-regions (OU Workloads), statement DenyRegions.',
  ]);
});

test('who can and what can in a sentence', async () => {
  const question = { operation: 'invoke' as const, region: null };
  const context = { keys: {}, assumeUnreadAllows: false };
  const who = await answers['access.who-can']({ ...question, context, modelId: 'm' });
  expect(whoCanHeadline(who)).toBe(
    '20 principals can invoke Claude Opus 5.5; 20 more under conditions, 20 unknown, 12 cannot.',
  );
  const what = await answers['access.what-can']({ ...question, context, principalArn: 'p' });
  expect(whatCanHeadline({ ...what, kind: 'role' })).toBe(
    'support-bot-0 can invoke 12 models; 3 denied. It never called 8 of those allowed.',
  );
});

test('ways in few words', () => {
  const way = {
    ...{ called: 'us.x', region: 'us-east-1', decision: 'allowed' as const },
    plane: 'bedrock-runtime' as const,
  };
  expect([[], [way], [way, way, way]].map(wayWords)).toEqual([
    '-',
    'us.x in us-east-1',
    'us.x in us-east-1 and 2 more ways',
  ]);
});

test('keys and unused access in a sentence', async () => {
  expect(keysHeadline(await answers['access.keys']())).toBe(
    '1 Bedrock API key; 1 never expires; 1 was not seen in use.',
  );
  const keys = await answers['access.keys']();
  const [key] = keys.keys;
  if (key === undefined) throw new Error('the fixture has no key');
  const ended = { ...key, usable: false, neverExpires: false };
  expect(keysHeadline({ ...keys, keys: [key, ended] })).toBe(
    '2 Bedrock API keys; 1 never expires; 1 can no longer be used; 2 were not seen in use.',
  );
  expect([modelsWords(key), modelsWords(ended)]).toEqual(['12, 1 conditional', 'none']);
  const { rows, ...unused } = await answers['access.unused']();
  const judged = rows.map((row) => ({
    ...row,
    verdict: row.calls === 0 ? ('never-used' as const) : ('partly-used' as const),
  }));
  expect(unusedHeadline({ ...unused, rows: judged })).toBe(
    '40 principals never used the access to models that they have, 20 use only some of it; 60 have it by wildcard.',
  );
  const dark = judged.map((row) => ({ ...row, verdict: 'not-known' as const }));
  expect(unusedHeadline({ ...unused, rows: dark })).toBe(
    '0 principals never used the access to models that they have, 0 use only some of it; of 60 it is not known; 60 have it by wildcard.',
  );
});

test('a change in a sentence', async () => {
  const change = await answers['access.change']();
  const cells = change.cells.map((cell) => ({
    ...cell,
    ...{ before: 'allowed' as const, after: 'denied' as const },
  }));
  expect(changeHeadline({ ...change, cells })).toBe(
    '1 decision would change: 1 lost, 0 gained. 9,412 calls of the window would be concerned.',
  );
  expect(changeHeadline({ ...change, cells: [], total: 0, lost: 0 })).toBe(
    'No decision would change.',
  );
  const unsure = { before: 'denied' as const, after: 'unknown' as const };
  const more = [...cells, ...cells.map((cell) => ({ ...cell, ...unsure }))];
  expect(changeHeadline({ ...change, cells: more, total: 2 })).toBe(
    '2 decisions would change: 1 lost, 0 gained, 1 to or from unknown. 9,412 calls of the window would be concerned.',
  );
  expect(changeHeadline({ ...change, cells: [], total: 0, lost: 0, refused: true })).toBe(
    'AWS would refuse this text: nothing changes.',
  );
});

test('findings stand by line, errors first, and lines are found in the text', () => {
  const finding = (line: number | null, severity: 'error' | 'warning' | 'note') => ({
    ...{ check: 'c', path: 'Statement[0]', message: 'm', remedy: 'r', line, severity },
  });
  const findings = [
    finding(4, 'note'),
    finding(2, 'warning'),
    finding(2, 'error'),
    finding(null, 'error'),
  ];
  expect(byLine(findings).map(({ line, severity }) => `${line} ${severity}`)).toEqual([
    'null error',
    '2 error',
    '2 warning',
    '4 note',
  ]);
  expect(countsWords(findings)).toBe('2 errors, 1 warning, 1 note');
  expect(foundWords(20, 1_143)).toMatch(/^20 of 1,143 policies that bear on a decision;/);
  expect(foundWords(20, undefined)).toBe('');
  expect(lineRange('{\n  "a": 1\n}', 2)).toEqual({ from: 2, to: 10 });
});

test.each([
  [[], ''],
  [['ec2', 'iam'], 'ec2, iam'],
  [['*'], 'every service'],
])('beside Bedrock: %j', (otherServices, words) => {
  expect(servicesWords({ otherServices })).toBe(words);
});

test.each([
  [['bedrock:*'], ['*'], 'ml, statement Wide: bedrock:* on *'],
  [[], ['*'], 'ml, statement Wide: the actions it names on *'],
  [['bedrock:Invoke*'], [], 'ml, statement Wide: bedrock:Invoke* on the resources it names'],
])('a wildcard grant of %j on %j', (actions, resources, words) => {
  const grant = { policyId: 'p', policyName: 'ml', index: 2, sid: 'Wide' };
  expect(wildcardWords({ ...grant, actions, resources })).toBe(words);
});

test.each([
  ['without', null, 'Without a guardrail'],
  [
    'version',
    'arn:aws:bedrock:us-east-1:111122223333:guardrail/ab12:3',
    'With the guardrail ab12:3',
  ],
  [
    'draft',
    'arn:aws:bedrock:us-east-1:111122223333:guardrail/ab12',
    'With the DRAFT of the guardrail ab12',
  ],
  ['other', null, 'With any other guardrail'],
] as const)('a call %s of %s', (use, guardrail, words) => {
  const choice = { decision: 'allowed', region: 'us-east-1' } as const;
  expect(guardrailWords({ ...choice, use, guardrail })).toBe(words);
});
