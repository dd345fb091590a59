import { expect, it } from 'vitest';
import type { JobStep } from '../../../../shared/api/answers.ts';
import { createShortWorld } from '../../../helpers/short-world.ts';
import { openScanSetup } from './scan-setup.ts';
import { NOW } from './simulated.ts';

const places = {
  '333344445555': ['us-east-1', 'eu-west-1'],
  '555566667777': ['eu-west-1', 'eu-central-1'],
};

it('the share of no step ever falls, is unknown at first, and all is done at the end only', async () => {
  const setup = await openScanSetup(createShortWorld({ now: NOW, days: 8, places }));
  try {
    const told: (readonly JobStep[])[] = [];
    const { state } = await setup.scan({ onProgress: (steps) => told.push(steps) });
    expect(state).toBe('done');
    const [first = []] = told;
    expect(first.map(({ share }) => share)).toEqual(first.map(() => null));
    expect(told.at(-1)?.map(({ share }) => share)).toEqual(first.map(() => 1));
    for (const { id } of first) {
      const shares = told.flatMap((steps) => steps.find((step) => step.id === id)?.share ?? -1);
      expect(shares, id).toEqual([...shares].sort((a, b) => a - b));
    }
    const moving = ['configuration', 's3-logs', 'lookup-events', 'metrics'];
    for (const id of moving) {
      const steps = told.flatMap((all) => all.filter((step) => step.id === id));
      expect(new Set(steps.map(({ share }) => share)).size, id).toBeGreaterThan(3);
    }
  } finally {
    await setup.close();
  }
}, 60_000);
