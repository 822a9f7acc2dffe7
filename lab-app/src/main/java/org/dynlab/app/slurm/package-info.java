/**
 * Sweeps on clusters that Slurm runs: job arrays whose tasks each do one run of the plan, followed
 * from outside.
 *
 * <p>Start with {@link org.dynlab.app.slurm.SlurmEngine}. {@link org.dynlab.app.slurm.Sbatch} hands
 * runs over, {@link org.dynlab.app.slurm.JobBook} remembers which job has which, {@link
 * org.dynlab.app.slurm.Squeue} says how jobs are, and {@link org.dynlab.app.slurm.RunWatch} makes
 * events of that and of what lies in the folder of a run. All of it speaks to Slurm through its
 * programs, {@link org.dynlab.app.slurm.Programs}.
 */
package org.dynlab.app.slurm;
