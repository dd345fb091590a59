import type { PolicySet } from '../evaluate/request.ts';
import type { Policy } from '../policy/policy.ts';
import type { AccountPlaces } from './account-places.ts';
import { andInto, butNot, emptySheet, type Fit, fill, orInto, orMeet, type Sheet } from './bits.ts';
import type { AddLayer, LayerSheets } from './layer-sheets.ts';
import type { PolicyPlan } from './policy-plan.ts';
import type { AccountResources, RcpGroup } from './resource-side.ts';
import type { Asker, StatementFits } from './statement-fits.ts';

/** A decision in every place: `open` where the request is allowed, surely or perhaps. */
export interface PlaceDecisions {
  readonly open: Sheet;
  /** Where a policy bears on the request that cannot be read. */
  readonly unread: Int32Array;
}

/** Decides what `decide` does, in all places of an account at once. The answer is written over by the next. */
export type JudgePrincipal = (policies: PolicySet, asker: Asker) => PlaceDecisions;

/** What principals of an account are judged with. */
export interface JudgingSpace {
  readonly places: AccountPlaces;
  readonly resources: AccountResources;
  readonly planOf: (policy: Policy) => PolicyPlan;
  readonly addLayer: AddLayer;
  readonly statementFits: StatementFits;
}

const SHEETS = [
  'open',
  'deny',
  'allow',
  'within',
  'outside',
  'direct',
  'role',
  'named',
  'scratch',
] as const;

interface Desk extends JudgingSpace {
  readonly sheets: Readonly<Record<(typeof SHEETS)[number], Sheet>>;
  readonly unread: Int32Array;
}

interface Turn {
  readonly desk: Desk;
  readonly policies: PolicySet;
  readonly asker: Asker;
}

const ALL = -1;

/** A judge with sheets of its own. */
export function createJudge(space: JudgingSpace): JudgePrincipal {
  const { words } = space.places;
  const sheets = Object.fromEntries(SHEETS.map((name) => [name, emptySheet(words)]));
  const desk = { ...space, sheets: sheets as Desk['sheets'], unread: new Int32Array(words) };
  return (policies, asker) => {
    const turn = { desk, policies, asker };
    const { open, deny } = desk.sheets;
    fill(deny, 0);
    desk.unread.fill(0);
    judgeWaysIn(turn);
    judgeScps(turn);
    judgeRcps(turn);
    butNot(open, deny);
    return { open, unread: desk.unread };
  };
}

/** Adds a layer to a sheet that is emptied first; one that cannot be read may allow and deny. */
function addWhole({ desk, asker }: Turn, layer: PolicySet['identity'], allow: Sheet): void {
  fill(allow, 0);
  const { deny } = desk.sheets;
  if (!desk.addLayer(layer, asker, { allow, deny })) return;
  allow.possible.fill(ALL);
  deny.possible.fill(ALL);
  desk.unread.fill(ALL);
}

/** Identity policies within boundary and session policies, and resource policies, into `open`. */
function judgeWaysIn(turn: Turn): void {
  const { desk, policies, asker } = turn;
  const { open, within, allow } = desk.sheets;
  addWhole(turn, policies.identity, open);
  if (asker.caller.kind === 'root') fill(open, ALL);
  fill(within, ALL);
  for (const layer of [policies.boundary === null ? null : [policies.boundary], policies.session]) {
    if (layer === null) continue;
    addWhole(turn, layer, allow);
    andInto(within, allow);
  }
  andInto(open, within);
  if (desk.resources.policies.length > 0) joinResourcePolicies(turn);
  else closeOthers(turn);
}

/** Resources of other accounts, which let nobody in. */
function closeOthers({ desk, asker }: Turn): void {
  const { open, outside } = desk.sheets;
  if (!addOutside({ desk, asker })) return;
  for (let at = 0; at < desk.unread.length; at += 1) {
    const inside = ~(outside.yes[at] ?? 0);
    open.yes[at] = (open.yes[at] ?? 0) & inside;
    open.possible[at] = (open.possible[at] ?? 0) & inside;
  }
}

/** Marks the places whose resource is another account's; false where there is none. */
function addOutside({ desk, asker: { caller } }: Pick<Turn, 'desk' | 'asker'>): boolean {
  fill(desk.sheets.outside, 0);
  let some = false;
  for (const [owner, fit] of desk.resources.owners) {
    if (caller.account === '' || owner === caller.account) continue;
    orInto(desk.sheets.outside, fit, true);
    some = true;
  }
  return some;
}

/** Within an account an Allow of either side is enough, across accounts both must allow. */
function joinResourcePolicies(turn: Turn): void {
  const { desk } = turn;
  const { open, direct, role, named, outside, within } = desk.sheets;
  for (const sheet of [direct, role, named]) fill(sheet, 0);
  addOutside(turn);
  judgeResourcePolicies(turn);
  andInto(role, within);
  for (let at = 0; at < desk.unread.length; at += 1) {
    const across = outside.yes[at] ?? 0;
    for (const side of ['yes', 'possible'] as const) {
      const own = open[side][at] ?? 0;
      const either = own | (direct[side][at] ?? 0) | (role[side][at] ?? 0);
      open[side][at] = (across & own & (named[side][at] ?? 0)) | (~across & either);
    }
  }
}

function judgeResourcePolicies(turn: Turn): void {
  const { desk, asker } = turn;
  const { direct, role, named, deny, scratch } = desk.sheets;
  for (const { fit, policy } of desk.resources.policies) {
    const plan = desk.planOf(policy);
    for (const statement of plan.statements) {
      const applying = desk.statementFits(statement, asker);
      if (applying === null) continue;
      const fits = [...applying.fits, fit];
      const how = { sure: applying.sure, scratch };
      if (statement.statement.effect === 'Deny') orMeet(deny, fits, how);
      else {
        orMeet(named, fits, how);
        if (applying.named === 'direct') orMeet(direct, fits, how);
        if (applying.named === 'role') orMeet(role, fits, how);
      }
    }
    if (!plan.unreadable) continue;
    for (const sheet of [direct, role, named, deny]) orInto(sheet, fit, false);
    markUnread(desk, fit);
  }
}

function markUnread({ unread, sheets }: Desk, fit: Fit): void {
  orInto({ ...sheets.scratch, possible: unread }, fit, false);
}

/** Every level must allow; service-linked roles and services stand outside. */
function judgeScps(turn: Turn): void {
  const { desk, policies, asker } = turn;
  if (asker.caller.serviceLinked || asker.caller.kind === 'service') return;
  const { open, allow } = desk.sheets;
  for (const level of policies.scps ?? []) {
    addWhole(turn, level, allow);
    andInto(open, allow);
  }
}

/** Likewise in the places that they bear on; a level that only denies allows the rest. */
function judgeRcps({ desk, asker }: Turn): void {
  if (asker.caller.serviceLinked) return;
  for (const group of desk.resources.rcps) {
    for (const level of group.levels) judgeRcpLevel({ desk, asker }, group, level);
  }
}

function judgeRcpLevel(
  { desk, asker }: Pick<Turn, 'desk' | 'asker'>,
  { fit, elsewhere }: RcpGroup,
  level: RcpGroup['levels'][number],
): void {
  const { open, deny, scratch, within, allow } = desk.sheets;
  // The ways in are joined, so that this sheet is free again.
  const sheets: LayerSheets = { allow, deny: within };
  fill(sheets.allow, 0);
  fill(sheets.deny, 0);
  if (desk.addLayer(level, asker, sheets)) {
    allow.possible.fill(ALL);
    sheets.deny.possible.fill(ALL);
    markUnread(desk, fit);
  }
  orMeet(deny, [sheets.deny, fit], { sure: true, scratch });
  if (!level.some(({ policy }) => desk.planOf(policy).grants)) return;
  if (elsewhere !== null) orInto(allow, elsewhere, true);
  andInto(open, allow);
}
