import { afterAll, beforeAll } from 'vitest';
import { scannedDemo } from '../../../../helpers/demo-backend.ts';
import { worldAt } from '../../../../helpers/world-at.ts';
import { accessRulesOf } from './access-rules.ts';
import { besideOf } from './beside.ts';
import { capacityOf } from './capacity.ts';
import { enteredDiscountOf } from './entered-discount.ts';
import { figuresOf } from './figures.ts';
import { modelsOf } from './models.ts';
import { privacyOf } from './privacy.ts';
import { reconciliationOf } from './reconciliation.ts';
import type { ScannedDemo } from './scanned.ts';
import { spendOf } from './spend.ts';
import { teamsOf } from './teams.ts';
import { whatIfOf } from './what-if.ts';

/** A scan of the whole demo takes long, so everything that needs one asks the same. */
let scanned: ScannedDemo;
beforeAll(async () => {
  const demo = await scannedDemo();
  scanned = { demo, world: worldAt(demo.now) };
}, 400_000);
afterAll(() => scanned?.demo.close());

figuresOf(() => scanned);
capacityOf(() => scanned);
modelsOf(() => scanned);
privacyOf(() => scanned);
reconciliationOf(() => scanned);
spendOf(() => scanned);
besideOf(() => scanned);
whatIfOf(() => scanned);
teamsOf(() => scanned);
accessRulesOf(() => scanned);
enteredDiscountOf(() => scanned);
