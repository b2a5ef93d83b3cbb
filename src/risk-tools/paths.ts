/** Where the data for training and measuring is looked for, and where the pack lives. */
import path from 'node:path'

/** The risk programs are always started from the project's folder. */
export const root = process.env.WALLGUIDE_ROOT ?? process.cwd()
export const dataDir = process.env.WALLGUIDE_RISK_DATA ?? path.join(root, '..', 'shared', 'data')
export const packPath = path.join(root, 'resources', 'risk', 'pack.json')
export const signaturePath = path.join(root, 'resources', 'risk', 'pack.sig.json')
export const keysDir = path.join(root, 'resources', 'risk', 'keys')
export const vignetteDir = path.join(root, 'resources', 'risk', 'vignettes')
export const modelCardPath = path.join(root, 'docs', 'model-card.md')

export const say = (line: string): void => void process.stderr.write(`${line}\n`)
