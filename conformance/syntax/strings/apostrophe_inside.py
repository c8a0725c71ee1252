x = 'it's here'
