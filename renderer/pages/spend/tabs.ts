import { type ComponentType, lazy } from 'react';

/** One tab of the page Spend: its name, the question it answers, and what shows it. */
export interface SpendTab {
  readonly label: string;
  /** Stands under the page's title. */
  readonly question: string;
  /** Takes nothing: period and filters are in the address. */
  readonly component: ComponentType;
}

/** The tabs in their order, as they are named in the address. */
export const SPEND_TAB_IDS = ['cost', 'reconciliation', 'forecast', 'prices'] as const;

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
    ...tab(() => import('./cost/cost-tab.tsx').then((module) => ({ default: module.CostTab }))),
  },
  reconciliation: {
    label: 'Reconciliation',
    question: 'Whether the estimate explains the bill, and what it does not.',
    ...tab(() =>
      import('./reconciliation/reconciliation-tab.tsx').then((module) => ({
        default: module.ReconciliationTab,
      })),
    ),
  },
  forecast: {
    label: 'Forecast & anomalies',
    question: 'Where the month will end, and which days were unusual.',
    ...tab(() =>
      import('./forecast/forecast-tab.tsx').then((module) => ({ default: module.ForecastTab })),
    ),
  },
  prices: {
    label: 'Prices',
    question: 'Which price lines priced what, and what you pay in place of them.',
    ...tab(() =>
      import('./prices/prices-tab.tsx').then((module) => ({ default: module.PricesTab })),
    ),
  },
};
