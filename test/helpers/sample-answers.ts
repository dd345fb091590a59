import type {
  Connection,
  FindingsAnswer,
  SpendAnswer,
  WorkspaceInfo,
} from '../../shared/api/answers.ts';
import { coverageSummary } from '../../shared/api/coverage.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { FakeAnswers } from './fake-backend.ts';

export const sampleConnection: Connection = {
  id: 'c1',
  label: 'prod',
  profile: 'prod',
  roleArn: null,
  regions: ['eu-west-1'],
  endpointUrl: null,
  accountId: null,
  organization: null,
};

/** A workspace of a real account, as `workspace.get` tells it. */
export function sampleWorkspace(changes: Partial<WorkspaceInfo> = {}): WorkspaceInfo {
  return {
    name: 'acme',
    folder: '/w/acme',
    demo: false,
    version: '1.2.3',
    connections: [sampleConnection],
    lastScanAt: null,
    lastScanFailure: null,
    unfinishedScan: null,
    newestDay: '2026-11-19',
    oldestDay: '2026-08-22',
    now: '2026-11-20T12:00:00Z',
    ...changes,
  };
}

const none = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

export const sampleSpend: SpendAnswer = {
  provenance: 'metered',
  notCounted: null,
  billed: [],
  usd: '1234.5678',
  tokens: none,
  calls: 4321,
  cells: [],
  groups: [
    {
      key: 'anthropic.claude-sonnet-5-5',
      label: 'Claude Sonnet 5.5',
      usd: '1234.5678',
      tokens: none,
      unpricedTokens: 0,
      calls: 4321,
      basis: ['invocation-logs'],
      unpricedUnits: [],
    },
  ],
  unpriced: [
    { modelId: 'acme.custom', unit: 'input-tokens', region: 'eu-west-1', quantity: 9, reason: 'x' },
  ],
  prices: [],
  cacheSavingsUsd: null,
  incompleteDays: [],
  notes: [],
};

/** A finding of the rule and account that a test needs. */
export function sampleFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: `${changes.ruleId ?? 'r'}-${changes.status ?? 'fail'}-${changes.severity ?? 'high'}`,
    ruleId: 'guardrail-blocks-prompt-attacks',
    severity: 'high',
    status: 'fail',
    accountId: '111122223333',
    region: 'eu-west-1',
    resource: 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/g1',
    reason: 'Prompt attacks are not filtered.',
    evidence: [],
    missing: [],
    ...changes,
  };
}

/** The newest findings of a scan. */
export function sampleFindings(...findings: readonly Finding[]): FindingsAnswer {
  return { takenAt: '2026-11-20T11:00:00Z', rules: [], findings };
}

/** What the summary of a scan asks for. */
export const summaryAnswers = {
  'workspace.get': sampleWorkspace(),
  'spend.get': sampleSpend,
  'report.build': {
    columns: [
      { id: 'model_id', title: 'Model id', kind: 'text' },
      { id: 'provenance', title: 'Provenance', kind: 'text' },
    ],
    rows: [
      ['anthropic.claude-sonnet-5-5', 'metered'],
      ['acme.custom', 'unpriced'],
    ],
    totals: null,
    notes: [],
  },
  'findings.list': sampleFindings(sampleFinding(), sampleFinding({ severity: 'critical' })),
  'coverage.summary': coverageSummary([
    {
      name: 'guardrails',
      kind: 'dataset',
      accountId: '111122223333',
      region: 'eu-west-1',
      outcome: { status: 'denied', action: 'bedrock:ListGuardrails', reason: 'no' },
      readAt: '2026-11-20T11:00:00Z',
      gaps: [],
      calls: 1,
      items: 0,
    },
  ]),
} satisfies FakeAnswers;
