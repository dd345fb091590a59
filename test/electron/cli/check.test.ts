import { describe, expect, it } from 'vitest';
import { coverageSummary } from '../../../shared/api/coverage.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { type CommandSetting, runCommand } from '../../helpers/run-command.ts';
import {
  sampleFinding,
  sampleFindings,
  sampleWorkspace,
  summaryAnswers,
} from '../../helpers/sample-answers.ts';

describe('assay check', () => {
  const found = sampleFindings(
    sampleFinding({ severity: 'medium' }),
    sampleFinding({
      status: 'unknown',
      severity: 'critical',
      missing: [
        {
          dataset: 'trails',
          accountId: '1',
          region: 'eu-west-1',
          action: 'cloudtrail:DescribeTrails',
          reason: 'denied',
        },
      ],
    }),
    sampleFinding({ status: 'pass', severity: 'critical' }),
  );
  const workspace = sampleWorkspace();
  const setting: CommandSetting = {
    answers: () => ({ ...summaryAnswers, 'findings.list': found, 'workspace.get': workspace }),
  };
  const check = (...options: readonly string[]) =>
    runCommand(['check', '--workspace', 'demo', ...options], setting);

  it.each([
    [[], 0],
    [['--fail-on', 'critical'], 0],
    [['--fail-on', 'high'], 0],
    [['--fail-on', 'medium'], 1],
    [['--fail-on', 'low'], 1],
  ])('%j ends with %i', async (options, code) => {
    expect((await check(...options)).code).toBe(code);
  });

  it('judges the rules that are named, by theme or id, and refuses other names', async () => {
    const rules = RULES.map(({ needs: _needs, evaluate: _evaluate, ...info }) => info);
    const findings = [
      sampleFinding({ severity: 'critical' }),
      sampleFinding({ ruleId: 'invocation-logging-enabled', severity: 'medium' }),
    ];
    const answers = { ...summaryAnswers, 'findings.list': { ...found, rules, findings } };
    const named = (...options: readonly string[]) =>
      runCommand(['check', '--workspace', 'demo', '--format', 'json', ...options], {
        answers: () => ({ ...answers, 'workspace.get': workspace }),
      });
    const judged = async (name: string) => {
      const { out, code } = await named('--rules', name);
      return { code, ids: JSON.parse(out).findings.map((one: Finding) => one.ruleId) };
    };
    const [blocks, logged] = ['guardrail-blocks-prompt-attacks', 'invocation-logging-enabled'];
    expect(await judged('guardrails')).toEqual({ code: 1, ids: [blocks] });
    expect(await judged('logging')).toEqual({ code: 0, ids: [logged] });
    expect(await judged(`${logged},guardrails`)).toEqual({ code: 1, ids: [blocks, logged] });
    const { code, err } = await named('--rules', 'guardrails,acces');
    expect(code).toBe(2);
    expect(err).toContain("'acces' is none of them");
  });

  it('shows failures and what is unknown, with what to grant', async () => {
    const { out, err, opened } = await check();
    expect(out).toContain('unknown');
    expect(out).not.toContain('pass');
    expect(err).toContain(
      '1 failed (0 at or above high), 1 passed, 1 unknown: 1 for cloudtrail:DescribeTrails\n',
    );
    expect(opened).toMatchObject([{ workspace: 'demo', readOnly: true }]);
  });

  it('writes everything as JSON', async () => {
    const { out, err } = await check('--format', 'json');
    expect(JSON.parse(out)).toEqual({
      ...found,
      complete: true,
      lastScanFailure: null,
      unfinishedScan: null,
      notRead: summaryAnswers['coverage.summary'].notRead,
    });
    expect(err).not.toContain('Not read');
  });

  it('names what was not read, how far it reaches and what to grant', async () => {
    const { err } = await check();
    expect(err).toMatch(/^guardrails +denied +111122223333 +1 +bedrock:ListGuardrails$/m);
    expect(err).toContain(
      '`assay policy --missing` prints a policy with just the missing permissions.',
    );
  });

  it('says how much more was not read than it names', async () => {
    const rows = Array.from({ length: 15 }, (_, index) => ({
      name: `dataset-${index}`,
      kind: 'dataset' as const,
      accountId: '111122223333',
      region: 'eu-west-1',
      outcome: { status: 'failed' as const, reason: 'cut\u001b[2J' },
      readAt: '2026-11-20T11:00:00Z',
      gaps: [],
      calls: 1,
      items: 0,
    }));
    const { err } = await runCommand(['check', '--workspace', 'demo'], {
      answers: () => ({
        'findings.list': found,
        'workspace.get': workspace,
        'coverage.summary': coverageSummary(rows),
      }),
    });
    expect(err.match(/^dataset-\d+/gm)).toHaveLength(12);
    expect(err).toContain('And 3 more.\n`assay check --format json` has them all.\n');
    expect(err).toContain('cut\\u{1b}[2J');
    expect(err).not.toContain('assay policy');
  });

  const lastScanFailure = { at: '2026-11-20T11:00:00Z', message: 'Refused.' };

  const unfinishedScan = {
    at: '2026-11-20T11:30:00Z',
    sources: ['configuration', 'logs'] as const,
  };

  it.each([
    ['before the first scan', {}, 2, 'This workspace was never scanned.'],
    ['after a scan that failed', { lastScanFailure }, 3, 'No scan has succeeded yet. The scan of'],
    ['after one that was interrupted', { unfinishedScan }, 3, 'No scan has come to its end yet.'],
  ])('is no success %s', async (_, changes, code, said) => {
    const outcome = await runCommand(['check', '--workspace', 'demo'], {
      answers: () => ({
        'findings.list': { takenAt: null, rules: [], findings: [] },
        'workspace.get': sampleWorkspace(changes),
      }),
    });
    expect([outcome.code, outcome.out]).toEqual([code, '']);
    expect(outcome.err).toContain(said);
  });

  it('says that findings are older than a scan that failed', async () => {
    const { code, out, err } = await runCommand(['check', '--workspace', 'demo'], {
      answers: () => ({
        ...summaryAnswers,
        'findings.list': found,
        'workspace.get': sampleWorkspace({ lastScanFailure }),
      }),
    });
    expect(code).toBe(3);
    expect(out).toContain('unknown');
    expect(err).toContain('The scan of 2026-11-20 11:00 UTC failed: Refused.\nThese findings are');
  });

  it.each([
    ['table', 'high', 3],
    ['json', 'high', 3],
    ['json', 'medium', 1],
  ])(
    'after an interrupted scan, as %s with --fail-on %s, ends with %i',
    async (format, limit, code) => {
      const argv = ['check', '--workspace', 'demo', '--format', format, '--fail-on', limit];
      const outcome = await runCommand(argv, {
        answers: () => ({
          ...summaryAnswers,
          'findings.list': found,
          'workspace.get': sampleWorkspace({ unfinishedScan }),
        }),
      });
      expect(outcome.code).toBe(code);
      expect(outcome.err).toContain(
        'The scan of 2026-11-20 11:30 UTC was interrupted: configuration, logs may be incomplete.',
      );
      if (format === 'json') {
        expect(JSON.parse(outcome.out)).toMatchObject({ complete: false, unfinishedScan });
      }
    },
  );
});
