import { describe, expect, test } from 'vitest';
import { DEMO_SETTINGS } from '../../../../electron/backend/workspace/demo-settings.ts';
import { settingsPatch } from '../../../../shared/api/schemas.ts';
import { teamRuleProblems } from '../../../../shared/cost/teams/team-rule-problems.ts';

describe('the settings of the simulated organisation', () => {
  test('could be set on the page as they are', () => {
    const { approvedModels, approvedRegions, teamRules, sharedCostRules } = DEMO_SETTINGS;
    const patch = { approvedModels, approvedRegions, teamRules, sharedCostRules };
    expect(settingsPatch.parse(patch)).toEqual(patch);
  });

  test('team rules hold: none is without effect or names nothing', () => {
    expect(DEMO_SETTINGS.teamRules.length).toBeGreaterThan(0);
    expect(teamRuleProblems(DEMO_SETTINGS.teamRules)).toEqual([]);
  });
});
