/** Ids of the house rules that a removal or restriction may cite. */
import houseRules from '#resources/house-rules.json'

export const houseRuleIds: ReadonlySet<string> = new Set(houseRules.rules.map((rule) => rule.id))
export const houseRulesVersion: string = houseRules.version
