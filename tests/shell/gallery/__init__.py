"""Pages that show every control of the kit, drawn offscreen to PNG so that people can look at them.

python tests/shell/gallery --out DIR --art DIR [PAGE…] [--portrait] [--contrast] [--step 2]
"""
