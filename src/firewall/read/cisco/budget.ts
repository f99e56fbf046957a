/** How much may still be unfolded: a small file can ask for more than a computer holds. */
export interface Budget {
  left: number;
}

const mostUnfolded = 2_000_000;

export const newBudget = (): Budget => ({ left: mostUnfolded });

export function spend(budget: Budget, cost: number): boolean {
  budget.left -= cost;
  return budget.left >= 0;
}
