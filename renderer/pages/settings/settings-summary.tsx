import { Money } from '../../components/money.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { useWorkspace } from '../../workspace.ts';

/** In one sentence: what is connected, what is approved, and what watching costs. */
export function SettingsSummary() {
  const { connections } = useWorkspace();
  const settings = useAnswer('settings.get', {});
  const watching = useAnswer('watching.get', {});
  const regions = new Set(connections.flatMap((connection) => connection.regions));
  return (
    <>
      {countOf(connections.length, 'connection')} in {countOf(regions.size, 'Region')}
      {settings.data === undefined ? null : (
        <>
          , {countOf(settings.data.approvedModels.length, 'model')} and{' '}
          {regionsWords(settings.data.approvedRegions)} approved
        </>
      )}
      {watching.data === undefined ? null : (
        <>
          , watching: <Money usd={watching.data.usd} /> of <Money usd={watching.data.capUsd} /> this
          month
        </>
      )}
      .
    </>
  );
}

/** While no Region is on the list, none is ruled out. */
function regionsWords(approved: readonly string[]): string {
  return approved.length === 0 ? 'every Region' : countOf(approved.length, 'Region');
}
