import { type ComponentType, lazy } from 'react';
import type { Grouping } from '../../spend/grouping.ts';

/** One tab of the page Spend: its name, the question it answers, and what shows it. */
export interface SpendTab {
  readonly label: string;
  /** Stands under the page's title. */
  readonly question: string;
  /** The dimensions that narrow it; filters by others are told not to be used. */
  readonly narrowedBy: 'all' | readonly Grouping[];
  /** Takes nothing: period and filters are in the address. */
  readonly component: ComponentType;
}

/** What the bill, and what is bought, tell. */
const PLACES = ['account', 'region'] as const;

/** The tabs in their order, as they are named in the address. */
export const SPEND_TAB_IDS = [
  'cost',
  'reconciliation',
  'forecast',
  'budgets',
  'chargeback',
  'what-if',
  'cache',
  'capacity',
  'other-costs',
  'prices',
] as const;

export type SpendTabId = (typeof SPEND_TAB_IDS)[number];

type TabModule = { readonly default: ComponentType };

function tab(load: () => Promise<TabModule>): Pick<SpendTab, 'component'> {
  return { component: lazy(load) };
}

/** Every tab. Each is loaded when it is first opened. */
export const spendTabs: Readonly<Record<SpendTabId, SpendTab>> = {
  cost: {
    label: 'Cost',
    question: 'What Amazon Bedrock costs, and why.',
    narrowedBy: 'all',
    ...tab(() => import('./cost/cost-tab.tsx').then((module) => ({ default: module.CostTab }))),
  },
  reconciliation: {
    label: 'Reconciliation',
    question: 'Whether the estimate explains the bill, and what it does not.',
    narrowedBy: [...PLACES, 'model'],
    ...tab(() =>
      import('./reconciliation/reconciliation-tab.tsx').then((module) => ({
        default: module.ReconciliationTab,
      })),
    ),
  },
  forecast: {
    label: 'Forecast & anomalies',
    question: 'Where the month will end, and which days were unusual.',
    narrowedBy: 'all',
    ...tab(() =>
      import('./forecast/forecast-tab.tsx').then((module) => ({ default: module.ForecastTab })),
    ),
  },
  budgets: {
    label: 'Budgets',
    question: 'How budgets stand, and when they will be spent.',
    narrowedBy: [],
    ...tab(() =>
      import('./budgets/budgets-tab.tsx').then((module) => ({ default: module.BudgetsTab })),
    ),
  },
  chargeback: {
    label: 'Chargeback',
    question: 'Who pays: by team, with shared costs, adding up exactly.',
    narrowedBy: [],
    ...tab(() =>
      import('./chargeback/chargeback-tab.tsx').then((module) => ({
        default: module.ChargebackTab,
      })),
    ),
  },
  'what-if': {
    label: 'What-if',
    question: 'What the same usage would cost otherwise, and what that would break.',
    narrowedBy: [],
    ...tab(() =>
      import('./what-if/what-if-tab.tsx').then((module) => ({ default: module.WhatIfTab })),
    ),
  },
  cache: {
    label: 'Cache',
    question: 'What the prompt cache saves, and what is written in vain.',
    narrowedBy: 'all',
    ...tab(() => import('./cache/cache-tab.tsx').then((module) => ({ default: module.CacheTab }))),
  },
  capacity: {
    label: 'Capacity',
    question: 'Whether provisioned and reserved capacity is used and pays off.',
    narrowedBy: [...PLACES, 'model'],
    ...tab(() =>
      import('./capacity/capacity-tab.tsx').then((module) => ({ default: module.CapacityTab })),
    ),
  },
  'other-costs': {
    label: 'Other costs',
    question: 'What Amazon Bedrock costs beside counted tokens.',
    narrowedBy: PLACES,
    ...tab(() =>
      import('./other-costs/other-costs-tab.tsx').then((module) => ({
        default: module.OtherCostsTab,
      })),
    ),
  },
  prices: {
    label: 'Prices',
    question: 'Which price lines priced what, and what you pay in place of them.',
    narrowedBy: 'all',
    ...tab(() =>
      import('./prices/prices-tab.tsx').then((module) => ({ default: module.PricesTab })),
    ),
  },
};
