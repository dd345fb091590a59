import { beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../../../../shared/api/contract.ts';
import { addMonths, dayOf, monthOf, monthPeriod } from '../../../../../shared/model/period.ts';
import { addUsd } from '../../../../../shared/model/usd.ts';
import type { ScannedDemo } from './scanned.ts';

/** Teams and people of the demo: by rules that are not saved, and behind roles. */
export function teamsOf(scanned: () => Pick<ScannedDemo, 'demo'>): void {
  let api: Api;
  let month: string;

  beforeAll(() => {
    const { demo } = scanned();
    api = demo.backend.api;
    month = addMonths(monthOf(dayOf(demo.now)), -1);
  });

  describe('teams and people of the demo account', () => {
    test('rules that are given decide in place of those of the workspace, and are not kept', async () => {
      const before = await api['settings.get']({});
      const { metadata } = await api['spend.keys'](monthPeriod(month));
      const teamRules = metadata.map(
        ({ key }) => ({ by: 'metadata', key, value: null, team: null }) as const,
      );
      expect(teamRules.length).toBeGreaterThan(0);
      const { now } = await api['spend.chargeback']({ month, teamRules });
      const saved = await api['spend.chargeback']({ month });
      expect(now.lines.map(({ team }) => team)).not.toEqual(
        saved.now.lines.map(({ team }) => team),
      );
      expect(now.totalUsd).toBe(saved.now.totalUsd);
      expect(await api['settings.get']({})).toEqual(before);
    });

    test('who began a session that is named like all others is the person behind it', async () => {
      const { groups } = await api['spend.get']({ ...monthPeriod(month), groupBy: 'person' });
      const people = ['ines', 'jonas', 'kamala'];
      const calls = people.map((key) => groups.find((group) => group.key === key)?.calls ?? 0);
      expect(Math.min(...calls)).toBeGreaterThan(0);
    });

    test('by person there are people alone; users and keys are with the workloads', async () => {
      const period = monthPeriod(month);
      const { groups, notes } = await api['spend.get']({ ...period, groupBy: 'person' });
      const named = groups.map(({ label }) => label).filter((label) => !label.includes('@'));
      const known = ['No person (workloads and users)', 'Not known', 'Root user'];
      const others = named.filter((label) => !known.includes(label));
      // Whom the demo's notebooks name as source identity.
      expect(others.sort()).toEqual(['ines', 'jonas', 'kamala']);
      expect(notes.join(' ')).toMatch(/Names that differ stand apart/);
      const byPrincipal = await api['spend.get']({ ...period, groupBy: 'principal' });
      expect(byPrincipal.groups.map(({ label }) => label).join(' ')).toMatch(/BedrockAPIKey/);
      expect(byPrincipal.usd).toBe(addUsd(...groups.map(({ usd }) => usd ?? '0')));
    });
  });
}
