/** The risk scorer's one interface. Pure and synchronous: no I/O, no clock, no randomness. */
import type { RiskContext, RiskScore } from '#contract/risk'
import packFile from '#resources/risk/pack.json'
import { featureNames } from './model/features'
import { openPack, type PackFile } from './pack/format'
import { TextScorer } from './score'

export interface Scorer {
  readonly packVersion: string
  /** Never throws, whatever the text. Spans are UTF-16 offsets of `text` itself. */
  score(text: string, context?: RiskContext): RiskScore
}

let bundled: TextScorer | null = null

/**
 * A scorer with the pack that ships with the program, or with another pack whose signature the caller has checked
 * (`judgePack`). Throws only when the given pack was made for other rules than this program has.
 */
export function createScorer(file?: PackFile): Scorer {
  const scorer = file ? new TextScorer(openPack(file, featureNames)) : (bundled ??= new TextScorer(openPack(packFile as PackFile, featureNames)))
  return { packVersion: scorer.packVersion, score: (text, context) => scorer.score(text, context) }
}

export type { PackFile } from './pack/format'
export { judgePack, type PackTrust, type SignaturePolicy, type Verify } from './pack/signature'
export { isNewerPack, openTrusted, type TrustedPack } from './pack/trusted'
export { assessTrajectory, type Trajectory, type TrajectoryPoint } from './series/trajectory'
export { findClusters, type Cluster, type CommunityPost } from './series/contagion'
export { applyAll, applyCalibrator, recalibrate, type Calibrator, type Decided } from './series/recalibration'
export { assessDrift, type DriftReport } from './series/drift'
export { disagreements, exportDisagreements, type Disagreement, type ScoredDecision } from './series/disagreement'
