import type { ComponentProps } from 'react'
import styles from './Press.module.css'

/** A bare button for places that are drawn anew at every key press, where each millisecond counts. */
export function Press({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={className ? `${styles.press} ${className}` : styles.press} {...rest} />
}
