/** An account with the Region below it, for tables that have no room for a column of each. */
export function PlaceLines({
  accountId,
  region,
}: {
  readonly accountId: string;
  readonly region: string;
}) {
  return (
    <>
      <span className="figure">{accountId}</span>
      <br />
      <span className="quiet">{region}</span>
    </>
  );
}
