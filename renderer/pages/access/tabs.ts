import { type ComponentType, lazy } from 'react';
import type { AccessTabId } from './access-filters.ts';
import type { AccessTabProps } from './tab-props.ts';

/** One tab of the page: its name, the question it answers, and what shows it. */
export interface AccessTab {
  readonly label: string;
  /** Stands above the tab where the page's own answer does not fit. */
  readonly question: string;
  /** Whether the fixed context changes its answer. */
  readonly asksCall: boolean;
  readonly component: ComponentType<AccessTabProps>;
}

type TabModule = { readonly default: ComponentType<AccessTabProps> };

function tab(load: () => Promise<TabModule>): Pick<AccessTab, 'component'> {
  return { component: lazy(load) };
}

/** Every tab. Each is loaded when it is first opened. */
export const accessTabs: Readonly<Record<AccessTabId, AccessTab>> = {
  matrix: {
    label: 'Matrix',
    question: 'Who can invoke which model, and who did.',
    asksCall: true,
    ...tab(() =>
      import('./matrix/matrix-tab.tsx').then((module) => ({ default: module.MatrixTab })),
    ),
  },
  'who-can': {
    label: 'Who can',
    question: 'Every principal that can invoke one model, and by which ways.',
    asksCall: true,
    ...tab(() =>
      import('./answers/who-can-tab.tsx').then((module) => ({ default: module.WhoCanTab })),
    ),
  },
  'what-can': {
    label: 'What can',
    question: 'Every model that one principal can invoke, and by which ways.',
    asksCall: true,
    ...tab(() =>
      import('./answers/what-can-tab.tsx').then((module) => ({ default: module.WhatCanTab })),
    ),
  },
  preflight: {
    label: 'Preflight',
    question: 'Whether one call would be allowed, resource by resource, before it is made.',
    asksCall: true,
    ...tab(() =>
      import('./preflight/preflight-tab.tsx').then((module) => ({ default: module.PreflightTab })),
    ),
  },
  keys: {
    label: 'API keys',
    question: 'Which Bedrock API keys there are, whose they are, and what they open.',
    asksCall: false,
    ...tab(() => import('./keys/keys-tab.tsx').then((module) => ({ default: module.KeysTab }))),
  },
  unused: {
    label: 'Unused access',
    question: 'Which access nobody uses, and the policy that would be enough.',
    asksCall: false,
    ...tab(() =>
      import('./unused/unused-tab.tsx').then((module) => ({ default: module.UnusedTab })),
    ),
  },
  lint: {
    label: 'Lint',
    question: 'What is wrong in a policy, pasted or found.',
    asksCall: false,
    ...tab(() => import('./lint/lint-tab.tsx').then((module) => ({ default: module.LintTab }))),
  },
  change: {
    label: 'What changes if',
    question: 'Which decisions an edited policy would change. Nothing is sent.',
    asksCall: true,
    ...tab(() =>
      import('./change/change-tab.tsx').then((module) => ({ default: module.ChangeTab })),
    ),
  },
};
