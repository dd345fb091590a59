import Badge from '@cloudscape-design/components/badge';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { hrefOf, navigate, useLocation } from '../navigation.ts';
import { pages } from '../pages/index.ts';
import { useAnswer } from '../queries/use-answer.ts';

/** Links to every page, with the number of open findings. */
export function Navigation() {
  const { path, search } = useLocation();
  const open = useOpenFindings();
  return (
    <SideNavigation
      activeHref={hrefOf(pages.find((page) => page.path === path)?.path ?? '/', {}, search)}
      items={pages.map((page) => ({
        type: 'link' as const,
        text: page.title,
        href: hrefOf(page.path, {}, search),
        ...(page.path === '/findings' && open > 0 ? { info: <FindingCount count={open} /> } : {}),
      }))}
      onFollow={(event) => {
        event.preventDefault();
        navigate(event.detail.href);
      }}
    />
  );
}

function FindingCount({ count }: { readonly count: number }) {
  return (
    <span title={`${count} open findings`}>
      <Badge color="red">{count}</Badge>
    </span>
  );
}

function useOpenFindings(): number {
  const answer = useAnswer('findings.list', {});
  return (answer.data?.findings ?? []).filter(({ status }) => status === 'fail').length;
}
