import TopNavigation, {
  type TopNavigationProps,
} from '@cloudscape-design/components/top-navigation';
import { formatMoney } from '../../shared/model/money-text.ts';
import { msOfInstant } from '../../shared/model/period.ts';
import { useNowMs } from '../clock.tsx';
import { useScan } from '../components/use-action.ts';
import { agoInWords } from '../format.ts';
import { hrefOf, navigate, useLocation } from '../navigation.ts';
import { pageAt } from '../pages/index.ts';
import { periodLabel } from '../period.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useTheme } from '../theme/theme.tsx';
import { usePeriod, useWorkspace } from '../workspace.ts';
import type { Overlay } from './overlay.ts';
import { lengthChoices, monthChoices } from './period-choices.ts';
import { themeMenu } from './theme-menu.ts';
import { workspaceMenu } from './workspace-menu.ts';

type Utility = TopNavigationProps.Utility;

/** The top bar: workspace, period, freshness, cost of watching, palette, theme, help. */
export function TopBar({ onOpen }: { readonly onOpen: (overlay: Overlay) => void }) {
  const theme = useTheme();
  const utilities: readonly Utility[] = [
    // First, so that nothing else moves where a page has no period to choose.
    ...usePeriodMenu(onOpen),
    workspaceMenu(useWorkspace()),
    useFreshnessMenu(),
    useWatching(),
    {
      type: 'button',
      iconName: 'search',
      text: 'Ctrl K',
      ariaLabel: 'Open the command palette (Ctrl K)',
      onClick: () => onOpen('palette'),
    },
    themeMenu(theme),
    {
      type: 'button',
      iconName: 'status-info',
      ariaLabel: 'Keyboard shortcuts (?)',
      title: 'Keyboard shortcuts',
      onClick: () => onOpen('help'),
    },
  ];
  return (
    <TopNavigation
      identity={{
        title: 'Assay',
        href: '/',
        onFollow: (event) => {
          event.preventDefault();
          navigate(hrefOf('/', {}, window.location.search));
        },
      }}
      utilities={utilities}
    />
  );
}

function usePeriodMenu(onOpen: (overlay: Overlay) => void): readonly Utility[] {
  const { path } = useLocation();
  const [period, setPeriod] = usePeriod();
  const { now, oldestDay } = useWorkspace();
  const today = now.slice(0, 10);
  const months = monthChoices(today, oldestDay);
  const lengths = lengthChoices(today);
  if (pageAt(path)?.hasPeriod !== true) return [];
  const menu: Utility = {
    type: 'menu-dropdown',
    iconName: 'calendar',
    disableTextCollapse: true,
    disableUtilityCollapse: true,
    text: periodLabel(period),
    description: 'Days are in UTC',
    items: [
      { id: 'lengths', items: lengths.map(({ id, label }) => ({ id, text: label })) },
      { id: 'months', items: months.map(({ id, label }) => ({ id, text: label })) },
      { id: 'custom', items: [{ id: 'choose', text: 'Choose days…' }] },
    ],
    onItemClick: ({ detail }) => {
      const choice = [...lengths, ...months].find(({ id }) => id === detail.id);
      if (choice === undefined) onOpen('period');
      else setPeriod(choice.period);
    },
  };
  return [menu];
}

function useFreshnessMenu(): Utility {
  const { lastScanAt } = useWorkspace();
  const now = useNowMs();
  const scan = useScan();
  const text = lastScanAt === null ? 'Not scanned' : agoInWords(now - msOfInstant(lastScanAt));
  return {
    type: 'menu-dropdown',
    iconName: 'refresh',
    disableTextCollapse: true,
    disableUtilityCollapse: true,
    text,
    ariaLabel: `Last scan: ${text}`,
    items: [
      { id: 'scan', text: 'Scan now' },
      { id: 'coverage', text: 'What was read' },
    ],
    onItemClick: ({ detail }) => {
      if (detail.id === 'scan') scan.run();
      else navigate(hrefOf('/settings', { tab: 'coverage' }, window.location.search));
    },
  };
}

function useWatching(): Utility {
  const watching = useAnswer('watching.get', {});
  const usd = watching.data?.usd;
  return {
    type: 'button',
    text: usd === undefined ? 'Watching' : `Watching: ${formatMoney(usd)}`,
    title: 'What the AWS calls of Assay cost this month',
    ariaLabel:
      usd === undefined ? 'Cost of watching' : `Cost of watching this month: ${formatMoney(usd)}`,
    onClick: () => navigate(hrefOf('/settings', { tab: 'sources' }, window.location.search)),
  };
}
