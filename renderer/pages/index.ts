import type { IconProps } from '@cloudscape-design/components/icon';
import { type ComponentType, lazy } from 'react';
import type { PagePath } from '../navigation.ts';

/** One page: its place, its name, the letter after `g` that goes there, and its component. */
export interface Page {
  readonly path: PagePath;
  readonly title: string;
  readonly icon: IconProps.Name;
  readonly letter: string;
  /** Whether it shows the days that are chosen; others have a window of their own, or none. */
  readonly hasPeriod: boolean;
  readonly component: ComponentType;
  /** Loads the page's code ahead of its first showing. */
  preload(): void;
}

type PageModule = { readonly default: ComponentType };

function page(load: () => Promise<PageModule>): Pick<Page, 'component' | 'preload'> {
  return { component: lazy(load), preload: () => void load() };
}

/** Every page in the order of the side navigation. Each is loaded when it is first opened. */
export const pages: readonly Page[] = [
  {
    path: '/',
    title: 'Overview',
    icon: 'view-full',
    letter: 'o',
    hasPeriod: true,
    ...page(() =>
      import('./overview/overview-page.tsx').then((module) => ({ default: module.OverviewPage })),
    ),
  },
  {
    path: '/spend',
    title: 'Spend',
    icon: 'expand',
    letter: 's',
    hasPeriod: true,
    ...page(() =>
      import('./spend/spend-page.tsx').then((module) => ({ default: module.SpendPage })),
    ),
  },
  {
    path: '/models',
    title: 'Models',
    icon: 'grid-view',
    letter: 'm',
    hasPeriod: false,
    ...page(() =>
      import('./models/models-page.tsx').then((module) => ({ default: module.ModelsPage })),
    ),
  },
  {
    path: '/access',
    title: 'Access',
    icon: 'lock-private',
    letter: 'c',
    hasPeriod: false,
    ...page(() =>
      import('./access/access-page.tsx').then((module) => ({ default: module.AccessPage })),
    ),
  },
  {
    path: '/knowledge-agents',
    title: 'Knowledge & agents',
    icon: 'folder',
    letter: 'k',
    hasPeriod: false,
    ...page(() =>
      import('./knowledge-agents/knowledge-agents-page.tsx').then((module) => ({
        default: module.KnowledgeAgentsPage,
      })),
    ),
  },
  {
    path: '/audit',
    title: 'Audit',
    icon: 'file-open',
    letter: 'a',
    hasPeriod: true,
    ...page(() =>
      import('./audit/audit-page.tsx').then((module) => ({ default: module.AuditPage })),
    ),
  },
  {
    path: '/findings',
    title: 'Findings',
    icon: 'security',
    letter: 'f',
    hasPeriod: false,
    ...page(() =>
      import('./findings/findings-page.tsx').then((module) => ({ default: module.FindingsPage })),
    ),
  },
  {
    path: '/prompt-lab',
    title: 'Prompt lab',
    icon: 'gen-ai',
    letter: 'p',
    hasPeriod: false,
    ...page(() =>
      import('./prompt-lab/prompt-lab-page.tsx').then((module) => ({
        default: module.PromptLabPage,
      })),
    ),
  },
  {
    path: '/settings',
    title: 'Settings',
    icon: 'settings',
    letter: 't',
    hasPeriod: false,
    ...page(() =>
      import('./settings/settings-page.tsx').then((module) => ({ default: module.SettingsPage })),
    ),
  },
];

/** The page at an address; undefined where there is none. */
export function pageAt(path: string): Page | undefined {
  return pages.find((page) => page.path === path);
}
